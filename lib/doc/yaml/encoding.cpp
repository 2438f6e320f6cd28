#include "doc/yaml/encoding.h"

#include <algorithm>

namespace matter::yaml {

namespace {

using Byte = unsigned char;

/// Length of the well-formed UTF-8 sequence at `p`, or 0.
std::size_t utf8_length(std::string_view text, std::size_t p) {
  const auto byte = [&](std::size_t i) { return p + i < text.size() ? static_cast<Byte>(text[p + i]) : Byte{0}; };
  const Byte lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const Byte low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const Byte high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (byte(1) < low || byte(1) > high) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if (byte(i) < 0x80 || byte(i) > 0xBF) return 0;
  }
  return length;
}

/// Whether all bytes are GB18030 (of which GBK is a part), and most of what is no ASCII is common Chinese text.
bool looks_like_gb18030(std::string_view text) {
  std::size_t characters = 0;
  std::size_t common = 0;
  for (std::size_t p = 0; p < text.size(); ++characters) {
    const auto lead = static_cast<Byte>(text[p]);
    if (lead < 0x80) {
      ++p;
      --characters;
      continue;
    }
    if (lead == 0x80 || lead == 0xFF || p + 1 >= text.size()) return false;
    const auto second = static_cast<Byte>(text[p + 1]);
    if (second >= 0x30 && second <= 0x39) {
      if (p + 3 >= text.size()) return false;
      p += 4;
      continue;
    }
    if (second < 0x40 || second == 0x7F || second == 0xFF) return false;
    // Punctuation and the characters of GB 2312.
    if (second >= 0xA1 && ((lead >= 0xA1 && lead <= 0xA3) || (lead >= 0xB0 && lead <= 0xF7))) ++common;
    p += 2;
  }
  return characters > 0 && common * 2 >= characters;
}

}  // namespace

bool looks_like_utf16(std::string_view text) {
  const std::string_view mark = text.substr(0, 2);
  if (mark == "\xFF\xFE" || mark == "\xFE\xFF") return true;
  const std::size_t seen = std::min<std::size_t>(text.size(), 64);
  if (seen < 4 || text.substr(0, seen).find('\0') == std::string_view::npos) return false;
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < seen; ++i) zeros[i % 2] += text[i] == '\0' ? 1U : 0U;
  return std::max(zeros[0], zeros[1]) * 4 >= seen / 2 && std::min(zeros[0], zeros[1]) == 0;
}

void say_encoding(std::string_view text, Faults& faults) {
  if (looks_like_utf16(text)) {
    const bool marked = text[0] == '\xFF' || text[0] == '\xFE';
    const std::size_t zero = text.find('\0');
    const std::size_t at = marked ? 0 : zero;
    return faults.not_utf8({static_cast<Offset>(at), static_cast<Offset>(at + (marked ? 2 : 1))}, "UTF-16");
  }
  std::size_t p = 0;
  for (std::size_t length = 0; p < text.size() && (length = utf8_length(text, p)) != 0;) p += length;
  const std::string_view guess = looks_like_gb18030(text) ? "GBK/GB18030" : "";
  const std::size_t bytes = std::min<std::size_t>(guess.empty() ? 1 : 2, text.size() - p);
  faults.not_utf8({static_cast<Offset>(p), static_cast<Offset>(p + bytes)}, guess);
}

}  // namespace matter::yaml
