#include "checks/regions.h"

namespace matter {

RegionCode look_up(std::string_view code) {
  std::string filled;
  if (code.size() != 12) {
    const auto full = full_region_code(code);
    if (!full) return {RegionState::malformed, std::nullopt};
    filled = *full;
    code = filled;
  }
  if (find_region(code)) return {};
  if (auto retired = find_retired_region(code)) return {RegionState::retired, retired};
  if (!full_region_code(code)) return {RegionState::malformed, std::nullopt};
  return {region_covered(code) ? RegionState::unknown : RegionState::uncovered, std::nullopt};
}

}  // namespace matter
