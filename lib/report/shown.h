#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace matter {

/// A text of unknown origin as it may go to a terminal: control characters (escape sequences among them)
/// and the controls of writing direction become visible signs, bytes that are no UTF-8 U+FFFD.
[[nodiscard]] std::string shown_text(std::string_view text);

/// A source line and the line below it that underlines the bytes [begin, end).
struct Underlined {
  std::string text;
  std::string marks;  ///< blanks, then `^~~~`
};

/// Right for wide characters and tabs; both at most `width` columns wide, `…` where the line was shortened
/// around the place. An empty or outlying range gives one caret.
[[nodiscard]] Underlined underline(std::string_view line, std::size_t begin, std::size_t end, std::size_t width);

}  // namespace matter
