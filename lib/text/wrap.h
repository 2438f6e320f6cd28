#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace matter {

inline constexpr std::size_t page_width = 80;

/// Breaks a text into lines of at most `width` terminal columns, each begun with `indent` blanks.
/// Breaks at blanks, and between Chinese characters but never before closing or after opening
/// punctuation. A word that is wider than a line stays whole. No line break at the end.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t indent, std::size_t width = page_width);

/// `text` and blanks up to `width` terminal columns.
[[nodiscard]] std::string padded(std::string_view text, std::size_t width);

}  // namespace matter
