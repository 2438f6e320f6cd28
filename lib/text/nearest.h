#pragma once

#include <string_view>
#include <vector>

namespace matter {

/// The name nearest to what was written, for "did you mean"; empty when none is near enough.
[[nodiscard]] std::string_view nearest(std::string_view written, const std::vector<std::string_view>& names);

}  // namespace matter
