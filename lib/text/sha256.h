#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace matter {

/// SHA-256 (FIPS 180-4). For short texts: what a page's policy must name.
[[nodiscard]] std::array<std::uint8_t, 32> sha256(std::string_view text);

/// `sha256-` and the hash in base 64, as a Content-Security-Policy names an inline style or script.
[[nodiscard]] std::string sha256_source(std::string_view text);

}  // namespace matter
