#include "checks/escapes.h"

#include <algorithm>
#include <charconv>

#include "text/unicode.h"

namespace matter {

namespace {

/// An escape of YAML (or JSON) at `at`, which is its backslash.
struct Escape {
  std::size_t length = 2;
  char32_t code_point = U' ';
};

Escape read_escape(std::string_view text, std::size_t at) {
  const char kind = at + 1 < text.size() ? text[at + 1] : '\0';
  const std::size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
  if (digits != 0) {
    unsigned value = U' ';
    const std::string_view hex = text.substr(std::min(at + 2, text.size()), digits);
    std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
    return {2 + hex.size(), static_cast<char32_t>(value)};
  }
  switch (kind) {
    case '0': return {2, 0x00};
    case 'a': return {2, 0x07};
    case 'b': return {2, 0x08};
    case 'v': return {2, 0x0B};
    case 'f': return {2, 0x0C};
    case 'e': return {2, 0x1B};
    case 'N': return {2, 0x85};
    default: return {};
  }
}

}  // namespace

Controls find_controls(std::string_view text) {
  Controls found;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_control(c) && found.count++ == 0) found.first = c;
  }
  return found;
}

std::vector<Span> control_escapes(std::string_view written) {
  std::vector<Span> found;
  if (written.size() < 2 || written.front() != '"') return found;
  for (std::size_t at = written.find('\\', 1); at != std::string_view::npos; at = written.find('\\', at)) {
    const Escape escape = read_escape(written, at);
    if (is_control(escape.code_point))
      found.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + escape.length)});
    at += escape.length;
  }
  return found;
}

}  // namespace matter
