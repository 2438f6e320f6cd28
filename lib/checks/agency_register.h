#pragma once

#include <string_view>
#include <utility>

#include "checks/rule.h"

namespace matter {

/// An agency as a matter gives it, and what the register has instead.
struct AgencyDeparture {
  std::string_view name, code, registered;
};

/// What the catalog's register has in place of the name, else in place of the code, on the day of the check; both
/// empty where it agrees, knows neither, or is not loaded.
[[nodiscard]] std::pair<std::string_view, std::string_view> departure_from_register(const MatterView& view,
                                                                                    std::string_view code,
                                                                                    std::string_view name);
/// The code that the register has for the matter's agency; empty where it has none.
[[nodiscard]] std::string_view registered_code(const MatterView& view);

}  // namespace matter
