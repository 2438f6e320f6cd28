#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace matter {

/// How the bytes of a file stand for characters. GB18030 contains GBK and GB 2312.
enum class Encoding : std::uint8_t { utf8, gb18030, utf16_le, utf16_be, utf32_le, utf32_be };

/// As people call it: "UTF-8", "GBK/GB18030", "UTF-16" … of either byte order.
[[nodiscard]] std::string_view name(Encoding encoding);
/// As programs call it: "UTF-8", "GB18030", "UTF-16LE" …
[[nodiscard]] std::string_view iana_name(Encoding encoding);

/// The first byte at which the text stops being well-formed UTF-8; npos where it does not.
[[nodiscard]] std::size_t first_not_utf8(std::string_view bytes);

/// What bytes most likely are.
struct EncodingGuess {
  Encoding encoding = Encoding::utf8;  ///< utf8 also where nothing is likely
  /// Nothing else is likely. What is not certain must not be converted.
  bool certain = false;
  /// Well-formed UTF-8 of several characters stands among bytes of `encoding` (or the other way round), from here on.
  std::optional<std::size_t> mixed_at;
};

/// UTF-16 and UTF-32 by their marks, UTF-16 without one by its zeros, GB18030 by how common its characters would
/// be in Chinese text. Well-formed UTF-8 is certainly UTF-8 unless it has zeros as UTF-16 does.
[[nodiscard]] EncodingGuess guess_encoding(std::string_view bytes);

/// The text in UTF-8 without a byte order mark; nothing where a byte stands for no character, the first such
/// being at `bad_at`. Nothing is ever substituted.
[[nodiscard]] std::optional<std::string> to_utf8(std::string_view bytes, Encoding from, std::size_t& bad_at);

/// Makes UTF-8 of a text whose encoding is certain and every byte of which decodes, and gives that encoding.
/// Leaves any other text as it is and gives `utf8`: whoever reads it finds what is wrong.
Encoding make_utf8(std::string& text);

}  // namespace matter
