#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

#include "text/source.h"

/// Insides of the dialect reader; nothing outside lib/doc uses them.
namespace matter::yaml {

using Offset = std::uint32_t;
inline constexpr Offset nowhere = 0xFFFFFFFFU;

constexpr bool is_white(char c) { return c == ' ' || c == '\t'; }
constexpr bool is_break(char c) { return c == '\n' || c == '\r'; }
constexpr bool is_blank(char c) { return is_white(c) || is_break(c); }
constexpr bool is_flow_mark(char c) { return c == ',' || c == '[' || c == ']' || c == '{' || c == '}'; }

/// The text with the bytes where a plain scalar may stop marked, one bit a byte: line breaks, a `:` before
/// white space, a `#` after white space. The bit at `size` is set, and behind the end stands a line break.
struct Scan {
  const char* text = nullptr;
  Offset size = 0;
  const std::uint64_t* stops = nullptr;

  [[nodiscard]] char at(Offset p) const { return p < size ? text[p] : '\n'; }

  /// First stop at or after `from` (at most `size`).
  [[nodiscard]] Offset next_stop(Offset from) const {
    Offset word = from >> 6U;
    const std::uint64_t rest = stops[word] >> (from & 63U);
    if (rest != 0) return from + static_cast<Offset>(std::countr_zero(rest));
    do {
      ++word;
    } while (stops[word] == 0);
    return (word << 6U) + static_cast<Offset>(std::countr_zero(stops[word]));
  }

  /// First line break at or after `from`, or `size`.
  [[nodiscard]] Offset line_end(Offset from) const {
    Offset p = next_stop(from);
    while (!is_break(at(p))) p = next_stop(p + 1);
    return p;
  }

  /// Start of the line after the line break (or end) at `p`.
  [[nodiscard]] Offset after_break(Offset p) const {
    if (p >= size) return size;
    return p + (text[p] == '\r' && at(p + 1) == '\n' && p + 1 < size ? 2 : 1);
  }

  /// First byte at or after `p` that is no space.
  [[nodiscard]] Offset skip_spaces(Offset p) const {
    if constexpr (std::endian::native == std::endian::little) {
      while (size - p >= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text + p, 8);
        word ^= 0x2020202020202020ULL;
        if (word != 0) return p + (static_cast<Offset>(std::countr_zero(word)) >> 3U);
        p += 8;
      }
    }
    while (p < size && text[p] == ' ') ++p;
    return p;
  }

  [[nodiscard]] Offset skip_white(Offset p) const {
    while (p < size && is_white(text[p])) ++p;
    return p;
  }

  /// `end` moved back over white space, not before `begin`.
  [[nodiscard]] Offset trim_back(Offset begin, Offset end) const {
    while (end > begin && is_white(text[end - 1])) --end;
    return end;
  }

  /// Start of the line that `p` stands in.
  [[nodiscard]] Offset line_start(Offset p) const {
    while (p > 0 && !is_break(text[p - 1])) --p;
    return p;
  }

  [[nodiscard]] std::string_view view(Offset begin, Offset end) const { return {text + begin, end - begin}; }
  [[nodiscard]] bool starts(Offset p, std::string_view with) const {
    return size - p >= with.size() && std::memcmp(text + p, with.data(), with.size()) == 0;
  }

  /// `---` or `...` that ends or begins a document, when `p` begins a line.
  [[nodiscard]] bool marker(Offset p) const {
    return size - p >= 3 && (text[p] == '-' || text[p] == '.') && text[p + 1] == text[p] && text[p + 2] == text[p] &&
           is_blank(at(p + 3));
  }
};

}  // namespace matter::yaml
