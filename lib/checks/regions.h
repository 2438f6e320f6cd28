#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "checks/places.h"
#include "model/region.h"

namespace matter {

enum class RegionState : std::uint8_t {
  known,
  uncovered,  ///< the table does not go down that far there: nothing can be said
  retired,
  unknown,
  malformed,  ///< no region code at all
};

/// What the table of a catalog knows of a code of 2 to 12 digits.
[[nodiscard]] RegionState look_up(std::string_view code, const CatalogContext& context);
/// The code where it was retired.
[[nodiscard]] std::optional<RetiredRegion> find_retired(std::string_view code, const CatalogContext& context);

/// Calls `visit(const Text& code, path)` for every region code of a matter; `path()` makes its English path.
/// Where regions may be given by name (全国, 福建省: the regions of a 通办 list), names are passed over.
template <class Visit>
void each_region(const Matter& m, Visit&& visit) {
  const auto given = [](const Text& region) { return region.given() && !region.text.empty(); };
  const auto is_code = [&](const Text& region) {
    return given(region) && region.text[0] >= '0' && region.text[0] <= '9';
  };
  if (given(m.agency.region)) visit(m.agency.region, [] { return std::string("agency.region"); });
  for (std::uint32_t i = 0; i < m.channels.agents.count; ++i) {
    const Agent& agent = m.channels.agents[i];
    if (given(agent.region)) visit(agent.region, [&] { return item_path("channels.agents", &agent, i, "region"); });
  }
  for (const Text& region : m.channels.kiosk.regions)
    if (is_code(region)) visit(region, [] { return std::string("channels.kiosk.regions"); });
  for (std::uint32_t i = 0; i < m.tongban.count; ++i) {
    const Tongban& tongban = m.tongban[i];
    for (const Text& region : tongban.regions)
      if (is_code(region)) visit(region, [&] { return item_path("tongban", &tongban, i, "regions"); });
  }
}

}  // namespace matter
