#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "catalog/catalog.h"
#include "diag/collector.h"
#include "model/calendar.h"
#include "model/named.h"
#include "model/region.h"
#include "model/values.h"

namespace matter {

/// A row that a catalog adds to the table of regions.
struct RegionRow {
  std::string name;
  std::optional<DateValue> until;  ///< the last day; a region with a successor and no day has ended
  std::string successor;           ///< its code; may be empty
  Location at;

  [[nodiscard]] bool retired_on(const DateValue& day) const { return until ? *until < day : !successor.empty(); }
};

/// What a catalog adds to the data that is compiled in: read with catalog.yaml, before any of its files.
struct CatalogData {
  std::shared_ptr<const Vocabulary> vocabulary;           ///< null: nothing is added
  std::map<std::string, RegionRow, std::less<>> regions;  ///< by 12-digit code
  Calendar calendar;

  [[nodiscard]] std::optional<Region> region(std::string_view code12, const DateValue& today) const;
  [[nodiscard]] std::optional<RetiredRegion> retired_region(std::string_view code12, const DateValue& today) const;
};

/// Turns the name of a file that catalog.yaml names into a source; a finding and nothing where there is none.
class NamedFiles {
 public:
  virtual ~NamedFiles() = default;
  [[nodiscard]] virtual std::optional<SourceId> open(const Catalog& catalog, const Text& named, std::string_view field,
                                                     Collector& findings) = 0;

 protected:
  NamedFiles() = default;
  NamedFiles(const NamedFiles&) = default;
  NamedFiles& operator=(const NamedFiles&) = default;
};

/// Reads what catalog.yaml names under `values`, `regions` and `calendar` into `catalog.data`. Mistakes in a file are
/// findings at their places. Throws std::system_error for a file that cannot be read.
void read_catalog_data(Catalog& catalog, const Sources& sources, NamedFiles& files, Collector& findings);
/// The same for a catalog on the disk.
void read_catalog_data(Catalog& catalog, Sources& sources, Collector& findings);

}  // namespace matter
