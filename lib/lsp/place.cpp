#include "lsp/place.h"

#include <algorithm>

#include "text/unicode.h"

namespace matter::lsp {

namespace {

/// How far a character moves the count.
std::uint32_t units(char32_t c, std::size_t bytes, Counting counting) {
  if (counting == Counting::utf8) return static_cast<std::uint32_t>(bytes);
  return c > 0xFFFF ? 2 : 1;
}

}  // namespace

std::uint32_t offset_of(Place place, std::string_view text, const Lines& lines, Counting counting) {
  if (place.line >= lines.count()) return static_cast<std::uint32_t>(text.size());
  const Span span = lines.line_span(place.line + 1);
  const std::string_view line = slice(text, span);
  std::uint32_t count = 0;
  std::size_t at = 0;
  while (at < line.size()) {
    std::size_t next = at;
    const char32_t c = next_code_point(line, next);
    count += units(c, next - at, counting);
    if (count > place.character) break;
    at = next;
  }
  return span.begin + static_cast<std::uint32_t>(at);
}

Place place_of(std::uint32_t offset, std::string_view text, const Lines& lines, Counting counting) {
  offset = std::min(offset, static_cast<std::uint32_t>(text.size()));
  const std::uint32_t number = lines.position(offset).line;
  const Span span = lines.line_span(number);
  const std::string_view before = slice(text, {span.begin, std::min(offset, span.end)});
  if (counting == Counting::utf8) return {number - 1, static_cast<std::uint32_t>(before.size())};
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < before.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(before, at);
    count += units(c, at - begin, counting);
  }
  return {number - 1, count};
}

}  // namespace matter::lsp
