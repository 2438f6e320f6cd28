#pragma once

#include <string>
#include <string_view>

namespace matter::cli {

[[nodiscard]] inline std::string bold(std::string_view text, bool color) {
  return color ? "\x1b[1m" + std::string(text) + "\x1b[0m" : std::string(text);
}

[[nodiscard]] inline std::string red(std::string_view text, bool color) {
  return color ? "\x1b[1;31m" + std::string(text) + "\x1b[0m" : std::string(text);
}

}  // namespace matter::cli
