#include "exchange/guide/template.h"

#include <cassert>

#include "text/embedded.h"
#include "text/unicode.h"

namespace matter {

namespace {

bool left_out(char32_t c) {
  return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F || c == 0x200E || c == 0x200F ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool plain_in_address(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         std::string_view("-._~/").find(static_cast<char>(c)) != std::string_view::npos;
}

}  // namespace

std::string html_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default:
        if (!left_out(c)) out += text.substr(begin, at - begin);
    }
  }
  return out;
}

std::string path_address(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char byte : path) {
    const auto c = static_cast<unsigned char>(byte);
    if (plain_in_address(c)) {
      out += byte;
    } else {
      out.append(1, '%').append(1, digits[c >> 4U]).append(1, digits[c & 15U]);
    }
  }
  return out;
}

std::string_view guide_file(std::string_view file) {
  const auto bytes = embedded(std::string("guide/").append(file));
  assert(bytes);
  return bytes.value_or(std::string_view{});
}

std::string fill_template(std::string_view file,
                          std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
  std::string_view rest = guide_file(file);
  std::string out;
  for (std::size_t open = rest.find("{{"); open != std::string_view::npos; open = rest.find("{{")) {
    out += rest.substr(0, open);
    const std::size_t close = rest.find("}}", open);
    if (close == std::string_view::npos) break;
    const std::string_view name = rest.substr(open + 2, close - open - 2);
    for (const auto& [key, value] : values) {
      if (key == name) out += value;
    }
    rest.remove_prefix(close + 2);
  }
  return out.append(rest);
}

}  // namespace matter
