#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "catalog/catalog.h"
#include "diag/collector.h"
#include "model/values.h"

namespace matter {

/// One row of a register of agencies: a name that a code bore over some time.
struct AgencyRecord {
  std::string code, name;
  std::optional<DateValue> from, until;  ///< both days belong to it; nothing: open
  std::string successor;                 ///< code of the agency that took over; may be empty
  Location at;

  [[nodiscard]] bool holds(const DateValue& day) const;
};

/// Tables that an office loads beside its matters (CSV with a header; docs/rules.md).
struct Registers {
  std::vector<AgencyRecord> agencies;
  bool any_licences = false;  ///< a list of licences was loaded

  /// The record of a code that holds on a day, else the latest; null where the code is in none.
  [[nodiscard]] const AgencyRecord* agency(std::string_view code, const DateValue& day) const;
  /// The record of a name that holds on a day; null where it is in none.
  [[nodiscard]] const AgencyRecord* agency_named(std::string_view name, const DateValue& day) const;

  /// Whether a licence is listed: by its 主项 (the first nine characters of a 基本编码), or by any of its names, as
  /// they compare (width, spaces).
  [[nodiscard]] bool lists_code(std::string_view basic_code) const;
  [[nodiscard]] bool lists_name(std::string_view name) const;
  /// The nearest name of the lists; empty where none is near.
  [[nodiscard]] std::string_view nearest_licence(std::string_view name) const;

  /// Puts a row in, also where it is looked up.
  void add(AgencyRecord record);

  std::unordered_map<std::string, std::vector<std::size_t>> rows_of_code, rows_of_name;  ///< in `agencies`
  std::unordered_map<std::string, std::string> licence_names;  ///< normalised name → as written
  std::vector<std::string> licence_codes;                      ///< sorted, nine characters
};

/// Reads what catalog.yaml names under `agencies` and `licences`. Null where it names nothing. Mistakes in a table are
/// findings at their cells. Throws std::system_error for a file that cannot be read.
[[nodiscard]] std::shared_ptr<const Registers> read_registers(const Catalog& catalog, Sources& sources,
                                                              Collector& findings);
/// One table, added to `into`.
void read_agencies(SourceId source, std::string_view text, Registers& into, Collector& findings);
void read_licences(SourceId source, std::string_view text, Registers& into, Collector& findings);

}  // namespace matter
