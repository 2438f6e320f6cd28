#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

// Looking through a text eight bytes at a time, for bytes that hardly a text has.

namespace matter {

inline constexpr std::uint64_t each_byte = 0x0101010101010101U;
inline constexpr std::uint64_t top_bits = each_byte * 0x80U;

/// Top bits of bytes below `limit` (at most 0x80); a byte that follows such a one may be marked, too.
constexpr std::uint64_t bytes_below(std::uint64_t bytes, unsigned char limit) {
  return (bytes - each_byte * limit) & ~bytes & top_bits;
}
/// Top bits of bytes that are `byte`; with the same reserve.
constexpr std::uint64_t bytes_equal(std::uint64_t bytes, unsigned char byte) {
  return bytes_below(bytes ^ (each_byte * byte), 1);
}

/// Whether `marks`, asked for every eight bytes of a text, and for the rest filled up with spaces, finds any.
template <class Marks>
bool any_marked(std::string_view text, Marks marks) {
  std::uint64_t found = 0;
  std::size_t at = 0;
  for (; at + sizeof found <= text.size(); at += sizeof found) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    found |= marks(bytes);
  }
  std::uint64_t rest = each_byte * ' ';
  for (; at < text.size(); ++at) rest = rest << 8U | static_cast<unsigned char>(text[at]);
  return (found | marks(rest)) != 0;
}

}  // namespace matter
