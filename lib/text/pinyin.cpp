#include "text/pinyin.h"

#include <array>
#include <string_view>

#include "text/embedded.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr char32_t first = 0x3000, last = 0x9FFF;  // 〇, extension A, the unified ideographs

using Initials = std::array<std::uint32_t, last - first + 1>;

/// Rows `letters,characters` below a header of `#` lines.
void read(std::string_view table, Initials& into) {
  while (!table.empty()) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    const std::string_view row = table.substr(0, end);
    table.remove_prefix(std::min(end + 1, table.size()));
    const std::size_t comma = row.find(',');
    if (row.starts_with('#') || comma == std::string_view::npos) continue;
    std::uint32_t letters = 0;
    for (const char letter : row.substr(0, comma)) letters |= 1U << static_cast<unsigned>(letter - 'a');
    for (std::size_t at = comma + 1; at < row.size();) {
      const char32_t c = next_code_point(row, at);
      if (c >= first && c <= last) into[c - first] |= letters;
    }
  }
}

}  // namespace

std::uint32_t pinyin_initials(char32_t character) {
  static const Initials* const known = [] {
    static Initials initials{};
    read(embedded("pinyin.csv").value_or(std::string_view{}), initials);
    return &initials;
  }();
  return character < first || character > last ? 0 : (*known)[character - first];
}

}  // namespace matter
