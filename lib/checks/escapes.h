#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/source.h"

namespace matter {

/// C0 but tab and line breaks, DEL, C1: what XML forbids or platforms refuse.
constexpr bool is_control(char32_t c) {
  if (c == U'\t' || c == U'\n' || c == U'\r') return false;
  return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

/// The control characters of a text: how many, and the first of them.
struct Controls {
  std::size_t count = 0;
  char32_t first = 0;
};
[[nodiscard]] Controls find_controls(std::string_view text);

/// Where a scalar as written in double quotes (quotes included) escapes a control character: spans in `written`.
/// Empty for any other way of writing.
[[nodiscard]] std::vector<Span> control_escapes(std::string_view written);

}  // namespace matter
