#include "text/unicode.h"

#include <algorithm>
#include <vector>

#include "text/normal_form.h"

namespace matter {

namespace {

/// Whether one of U+4000–U+9FFF stands at `at`, as nearly every Chinese character is: three bytes that nothing here
/// changes, two columns wide.
bool is_common(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  return at + 3 <= text.size() && byte(at) >= 0xE4 && byte(at) <= 0xE9 && (byte(at + 1) & 0xC0U) == 0x80 &&
         (byte(at + 2) & 0xC0U) == 0x80;
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) {
    ++at;
    return lead;
  }
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + length > text.size()) {
    ++at;
    return 0xFFFD;
  }
  char32_t value = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80) {
      ++at;
      return 0xFFFD;
    }
    value = (value << 6) | (byte(at + i) & 0x3FU);
  }
  const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  if (overlong || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) {
    ++at;
    return 0xFFFD;
  }
  at += length;
  return value;
}

void append_utf8(std::string& to, char32_t c) {
  if (c < 0x80) {
    to.push_back(static_cast<char>(c));
    return;
  }
  char bytes[4];
  std::size_t length = 0;
  const auto put = [&](char32_t b) { bytes[length++] = static_cast<char>(b); };
  if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
  to.append(bytes, length);
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

int display_width(char32_t c) {
  if (c >= 0x20 && c < 0x7F) return 1;
  if (c >= 0x4E00 && c <= 0x9FFF) return 2;
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return 0;
  if ((c >= 0x0300 && c <= 0x036F) || (c >= 0x200B && c <= 0x200F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF) {
    return 0;
  }
  const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0x303E) || (c >= 0x3041 && c <= 0xA4CF) ||
                    (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) ||
                    (c >= 0xFF00 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) ||
                    (c >= 0x20000 && c <= 0x3FFFD);
  return wide ? 2 : 1;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (is_common(text, at)) {
      width += 2;
      at += 3;
    } else {
      width += static_cast<std::size_t>(display_width(next_code_point(text, at)));
    }
  }
  return width;
}

namespace {

constexpr char32_t one_punctuation(char32_t c) {
  switch (c) {
    case U'，':
    case U'、': return U',';
    case U'。': return U'.';
    case U'“':
    case U'”':
    case U'‘':
    case U'’':
    case U'\'': return U'"';
    case U'〈':
    case U'《': return U'<';
    case U'〉':
    case U'》': return U'>';
    case U'〔':
    case U'【': return U'[';
    case U'〕':
    case U'】': return U']';
    case U'—':
    case U'–':
    case U'－': return U'-';
    default: return c;
  }
}

/// As names are compared; 0 for what does not count.
constexpr char32_t normal_form(char32_t written) {
  const char32_t c = one_punctuation(narrow(written));
  if (c <= U' ' || c == 0x2003 || c == 0x2002 || c == 0x200B || c == 0xFEFF) return 0;
  return c >= U'A' && c <= U'Z' ? c + 32 : c;
}

}  // namespace

std::string normalised(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (is_common(text, at)) {
      out.append(text, at, 3);
      at += 3;
      continue;
    }
    if (const char32_t c = normal_form(next_code_point(text, at)); c != 0) append_utf8(out, c);
  }
  return out;
}

char32_t next_normalised(std::string_view text, std::size_t& at) {
  while (at < text.size()) {
    if (const char32_t c = normal_form(next_code_point(text, at)); c != 0) return c;
  }
  return 0;
}

std::string_view trimmed(std::string_view text) {
  const auto space = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (!text.empty() && space(text.front())) text.remove_prefix(1);
  while (!text.empty() && space(text.back())) text.remove_suffix(1);
  return text;
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  std::vector<char32_t> left;
  std::vector<char32_t> right;
  for (std::size_t at = 0; at < a.size();) left.push_back(next_code_point(a, at));
  for (std::size_t at = 0; at < b.size();) right.push_back(next_code_point(b, at));
  const std::size_t gap = left.size() > right.size() ? left.size() - right.size() : right.size() - left.size();
  if (gap > limit) return limit + 1;
  std::vector<std::size_t> row(right.size() + 1);
  for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::size_t substituted = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({substituted, row[j] + 1, row[j - 1] + 1});
    }
  }
  return std::min(row.back(), limit + 1);
}

}  // namespace matter
