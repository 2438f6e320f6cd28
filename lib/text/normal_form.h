#pragma once

#include <cstddef>
#include <string_view>

namespace matter {

/// The next code point that `normalised` (unicode.h) has of the text, moving `at` behind it; 0 at the end. For
/// comparing without a copy.
[[nodiscard]] char32_t next_normalised(std::string_view text, std::size_t& at);

}  // namespace matter
