#include "media/xlsx_parts.h"

#include <fmt/format.h>

#include "media/xlsx.h"
#include "text/unicode.h"

namespace matter::xlsx {

namespace {

/// `_x0041_` means A in a workbook: such a text is written so that it comes back as it is.
bool is_escape(std::string_view text) {
  constexpr std::size_t length = 7;
  return text.size() >= length && text.starts_with("_x") && text[length - 1] == '_' &&
         text.substr(2, 4).find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

void append_escaped(std::string& to, char32_t c) {
  switch (c) {
    case U'&': to += "&amp;"; return;
    case U'<': to += "&lt;"; return;
    case U'>': to += "&gt;"; return;
    case U'"': to += "&quot;"; return;
    default: break;
  }
  if (c == 0xFFFE || c == 0xFFFF) c = 0xFFFD;
  if (c < 0x20 && c != U'\n' && c != U'\t') {
    to += fmt::format("_x{:04X}_", static_cast<unsigned>(c));
  } else {
    append_utf8(to, c);
  }
}

}  // namespace

std::string cell_text(std::string_view text, std::string_view cut_mark) {
  std::string out;
  std::size_t units = 0, cut = 0;  // `cut`: the length of `out` up to which the mark still fits behind it
  const std::size_t room = most_cell_units - count_characters(cut_mark);
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '_' && is_escape(text.substr(at))) out += "_x005F";
    const char32_t c = next_code_point(text, at);
    units += c > 0xFFFF ? 2 : 1;
    if (units > most_cell_units) {
      out.resize(cut);
      return out.append(cut_mark);
    }
    append_escaped(out, c);
    if (units <= room) cut = out.size();
  }
  return out;
}

std::string xml_text(std::string_view text, std::size_t most, bool lines) {
  std::string out;
  for (std::size_t at = 0, n = 0; at < text.size() && n < most; ++n) {
    const char32_t c = next_code_point(text, at);
    append_escaped(out, c < 0x20 && !(lines && c == U'\n') ? U' ' : c);
  }
  return out;
}

std::string xml_text(std::string_view text) { return xml_text(text, most_cell_units); }

std::string column_name(std::size_t column) {
  std::string name;
  for (std::size_t n = column + 1; n > 0; n = (n - 1) / 26)
    name.insert(name.begin(), static_cast<char>('A' + (n - 1) % 26));
  return name;
}

}  // namespace matter::xlsx
