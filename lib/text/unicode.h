#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace matter {

/// Decodes the code point at `at` and moves `at` past it.
/// A byte that begins no well-formed UTF-8 sequence yields U+FFFD and moves by one.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at);
void append_utf8(std::string& to, char32_t code_point);

/// Code points in the text.
[[nodiscard]] std::size_t count_characters(std::string_view text);

/// Terminal columns of a code point: 0 for combining marks, 2 for wide East Asian characters, else 1.
[[nodiscard]] int display_width(char32_t code_point);
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Full-width ASCII (U+FF01–U+FF5E) and the ideographic space become ASCII; everything else stays.
/// Returns `c` itself where nothing changes.
[[nodiscard]] constexpr char32_t narrow(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
  if (c == 0x3000 || c == 0x00A0) return U' ';
  return c;
}

/// For comparing names and clauses: width narrowed, all white space removed, ASCII letters lowered,
/// the Chinese and ASCII forms of the same punctuation made one. Never shown to users.
[[nodiscard]] std::string normalised(std::string_view text);

/// Without leading and trailing ASCII white space.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Edit distance in code points, for "did you mean"; gives up (returns limit + 1) beyond `limit`.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace matter
