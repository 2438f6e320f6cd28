#include <algorithm>
#include <array>

#include "doc/yaml_writer.h"
#include "text/unicode.h"

namespace matter {

namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The words that some YAML resolves to something else than text, in lower case.
constexpr std::array<std::string_view, 16> reserved = {"null", "~", "true", "false", "yes",   "no",   "on", "off",
                                                       "y",    "n", ".inf", "-.inf", "+.inf", ".nan", "<<", "="};

bool is_reserved(std::string_view text) {
  if (text.size() > 5) return false;
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return std::find(reserved.begin(), reserved.end(), lower) != reserved.end();
}

/// Codes (with a version: `00019900100001@3`), numbers of any base and dates: what begins like a number and is made of
/// nothing else.
/// A telephone number (digits with one hyphen) is none of them.
bool looks_typed(std::string_view text) {
  const char first = text.front();
  if (!digit(first) && first != '.' && first != '+' && first != '-') return false;
  std::size_t hyphens = 0;
  bool only_hyphens = true;
  for (const char c : text) {
    if (c == '-') {
      ++hyphens;
    } else if (!digit(c)) {
      only_hyphens = false;
      if (!letter(c) && c != '.' && c != ',' && c != '_' && c != ':' && c != '+' && c != '@') return false;
    }
  }
  if (hyphens == 0 || first == '-' || first == '+') return true;
  return !only_hyphens || hyphens > 1;
}

/// First characters that YAML, or the eye of our reader, takes for punctuation of the format.
bool bad_first(std::string_view text) {
  static constexpr std::string_view indicators = "-?:,[]{}#&*!|>'\"%@`=";
  if (indicators.find(text.front()) != std::string_view::npos) return true;
  if (static_cast<unsigned char>(text.front()) < 0x80) return false;
  std::size_t at = 0;
  const char32_t c = next_code_point(text, at);
  static constexpr std::u32string_view wide = U"“”‘’：，｛｝［］＃＆＊！｜＞％＠－？　\u00A0";
  return wide.find(c) != std::u32string_view::npos;
}

bool white(char32_t c) { return c == U' ' || c == U'\t' || c == 0x3000 || c == 0x00A0; }

/// Characters that YAML does not allow as they are, or that are invisible: written as escapes.
bool needs_escape(char32_t c) {
  return c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0) || c == 0xFEFF || c == 0x2028 || c == 0x2029 || c == 0xFFFE ||
         c == 0xFFFF;
}

/// White space at the end would be lost; a full-width colon there is what a key with a slip looks like.
bool bad_last(std::string_view text) {
  const char last = text.back();
  return text.ends_with("：") || last == ' ' || last == '\t' || text.ends_with("\u3000") || text.ends_with("\u00A0");
}

void append_escape(char32_t c, std::string& to) {
  static constexpr char hex[] = "0123456789ABCDEF";
  switch (c) {
    case '\n': to += "\\n"; return;
    case '\t': to += "\\t"; return;
    case '\r': to += "\\r"; return;
    case 0: to += "\\0"; return;
    default: break;
  }
  const int width = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
  to += width == 2 ? "\\x" : width == 4 ? "\\u" : "\\U";
  for (int shift = (width - 1) * 4; shift >= 0; shift -= 4) to += hex[(c >> static_cast<unsigned>(shift)) & 15U];
}

}  // namespace

bool plain_in_yaml(std::string_view text, bool in_flow) {
  if (text.empty() || bad_first(text) || bad_last(text) || white(static_cast<unsigned char>(text.front()))) {
    return false;
  }
  // A full-width comma in brackets: our reader asks whether it should part two items.
  if (in_flow && text.find("，") != std::string_view::npos) return false;
  if (is_reserved(text) || looks_typed(text) || text.starts_with("---") || text.starts_with("...")) return false;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x80) {
      if (needs_escape(next_code_point(text, at))) return false;
      continue;
    }
    if (needs_escape(byte)) return false;
    const bool last = at + 1 == text.size();
    // Chinese right behind a colon: our reader asks whether a space was forgotten.
    const bool tight = !last && static_cast<unsigned char>(text[at + 1]) >= 0x80;
    if (byte == ':' && (in_flow || last || tight || text[at + 1] == ' ')) return false;
    if (byte == '#' && at > 0 && text[at - 1] == ' ') return false;
    if (in_flow && std::string_view(",[]{}").find(text[at]) != std::string_view::npos) return false;
    ++at;
  }
  return true;
}

void write_double_quoted(std::string_view text, std::string& to) {
  to += '"';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (c == U'"' || c == U'\\') {
      to += '\\';
      to += static_cast<char>(c);
    } else if (needs_escape(c)) {
      append_escape(c, to);
    } else {
      to.append(text, begin, at - begin);
    }
  }
  to += '"';
}

void write_yaml_text(std::string_view text, bool in_flow, std::string& to) {
  if (plain_in_yaml(text, in_flow)) {
    to += text;
  } else {
    write_double_quoted(text, to);
  }
}

}  // namespace matter
