#include "checks/regions.h"

namespace matter {

namespace {

/// Twelve digits, filled where fewer are written; nothing for what is no code.
std::optional<std::string> filled(std::string_view code) {
  return code.size() == 12 ? std::optional<std::string>(code) : full_region_code(code);
}

}  // namespace

RegionState look_up(std::string_view code, const CatalogContext& context) {
  const auto full = filled(code);
  if (!full) return RegionState::malformed;
  if (context.region(*full)) return RegionState::known;
  if (context.retired_region(*full)) return RegionState::retired;
  if (!full_region_code(*full)) return RegionState::malformed;
  return region_covered(*full) ? RegionState::unknown : RegionState::uncovered;
}

std::optional<RetiredRegion> find_retired(std::string_view code, const CatalogContext& context) {
  const auto full = filled(code);
  return full ? context.retired_region(*full) : std::nullopt;
}

}  // namespace matter
