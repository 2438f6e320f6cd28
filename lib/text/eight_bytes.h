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

/// Fewer than eight bytes of text, some of them twice, filled up with spaces.
inline std::uint64_t few_bytes(std::string_view text) {
  std::uint32_t front = 0;
  std::uint32_t back = 0;
  if (text.size() >= sizeof front) {
    std::memcpy(&front, text.data(), sizeof front);
    std::memcpy(&back, text.data() + text.size() - sizeof back, sizeof back);
    return front | static_cast<std::uint64_t>(back) << 32U;
  }
  std::uint64_t bytes = each_byte * ' ';
  for (const char c : text) bytes = bytes << 8U | static_cast<unsigned char>(c);
  return bytes;
}

/// Whether `marks`, asked for every eight bytes of a text, finds any. Of a short one, it is asked for bytes filled up
/// with spaces.
template <class Marks>
bool any_marked(std::string_view text, Marks marks) {
  std::uint64_t bytes = 0;
  if (text.size() < sizeof bytes) return marks(few_bytes(text)) != 0;
  std::uint64_t found = 0;
  std::size_t at = 0;
  for (; at + sizeof bytes <= text.size(); at += sizeof bytes) {
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    found |= marks(bytes);
  }
  std::memcpy(&bytes, text.data() + text.size() - sizeof bytes, sizeof bytes);  // the rest, and some of them again
  return (found | marks(bytes)) != 0;
}

}  // namespace matter
