#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace matter {

/// 行政区划 by its 12-digit code; the level (1 province … 5 village) is told by the trailing zeros.
struct Region {
  std::string_view code;  ///< 12 digits
  std::string_view name;
  int level = 0;
};

/// A code of 2, 4, 6, 9 or 12 digits, zero-filled to 12; nothing when it is no such code.
[[nodiscard]] std::optional<std::string> full_region_code(std::string_view code);
[[nodiscard]] int region_level(std::string_view code12);
/// The region of this code in the compiled-in table; nothing when unknown.
[[nodiscard]] std::optional<Region> find_region(std::string_view code12);
/// A retired code and its successor, and whether the succession was read in a published text.
/// For a town or village of a retired county it is the county's (`code` tells): only that succession is known.
struct RetiredRegion {
  std::string_view code, name, successor;
  bool verified = false;
};
[[nodiscard]] std::optional<RetiredRegion> find_retired_region(std::string_view code12);
/// Whether the table goes down to this code's level there at all (villages: Fujian only).
[[nodiscard]] bool region_covered(std::string_view code12);
/// Date of the table, for reports and documents.
[[nodiscard]] std::string_view region_table_date();

}  // namespace matter
