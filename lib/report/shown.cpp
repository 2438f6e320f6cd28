#include "report/shown.h"

#include <algorithm>
#include <vector>

#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::size_t tab_stop = 4;
constexpr std::string_view ellipsis = "…";

/// What stands for a character that must not reach a terminal; the character itself otherwise.
char32_t visible(char32_t c) {
  if (c < 0x20) return 0x2400 + c;
  if (c == 0x7F) return 0x2421;
  const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
  if ((c >= 0x80 && c < 0xA0) || direction || c == 0x2028 || c == 0x2029) return 0xFFFD;
  return c;
}

/// One character of a line on the screen.
struct Cell {
  std::size_t byte = 0;    ///< where it begins in the line
  std::size_t column = 0;  ///< from 0
  std::size_t width = 0;
  char32_t shown = 0;  ///< a tab is blanks
};

std::vector<Cell> cells_of(std::string_view line) {
  std::vector<Cell> cells;
  std::size_t column = 0;
  for (std::size_t at = 0; at < line.size();) {
    Cell cell;
    cell.byte = at;
    cell.column = column;
    const char32_t c = next_code_point(line, at);
    cell.shown = c == U'\t' ? c : visible(c);
    cell.width = c == U'\t' ? tab_stop - column % tab_stop : static_cast<std::size_t>(display_width(cell.shown));
    column += cell.width;
    cells.push_back(cell);
  }
  return cells;
}

/// The columns to show of a line that is too wide: the place, with some of what stands before it.
struct ShownPart {
  std::size_t from = 0;
  std::size_t to = 0;
};

ShownPart window_around(std::size_t begin, std::size_t end, std::size_t total, std::size_t width) {
  if (total <= width) return {0, total};
  if (end + 1 < width) return {0, width - 1};  // one column for … behind
  const std::size_t marked = std::min(end - begin, width / 2);
  const std::size_t from = begin - std::min(begin, (width - marked) / 2);
  if (from == 0) return {0, width - 1};
  if (total - from < width) return {total - (width - 1), total};
  return {from, from + width - 2};
}

}  // namespace

std::string shown_text(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) append_utf8(shown, visible(next_code_point(text, at)));
  return shown;
}

Underlined underline(std::string_view line, std::size_t begin, std::size_t end, std::size_t width) {
  const std::vector<Cell> cells = cells_of(line);
  const std::size_t total = cells.empty() ? 0 : cells.back().column + cells.back().width;
  const auto column_of = [&](std::size_t byte) {
    const auto at = std::partition_point(cells.begin(), cells.end(), [&](const Cell& c) { return c.byte < byte; });
    return at == cells.end() ? total : at->column;
  };
  const std::size_t first = column_of(begin);
  const std::size_t last = std::max(column_of(end), first + 1);
  const ShownPart window = window_around(first, last, std::max(total, last), std::max<std::size_t>(width, 16));

  Underlined out;
  std::size_t shift = 0;  // columns that … takes in front
  if (window.from > 0) {
    out.text = ellipsis;
    shift = 1;
  }
  std::size_t start = window.from;  // a wide character across the edge is left out
  bool cut = false;
  for (const Cell& cell : cells) {
    if (cell.column < window.from) {
      start = std::max(start, cell.column + cell.width);
      continue;
    }
    cut = cell.column + cell.width > window.to;
    if (cut) break;
    if (cell.shown == U'\t') {
      out.text.append(cell.width, ' ');
    } else {
      append_utf8(out.text, cell.shown);
    }
  }
  if (cut) out.text += ellipsis;
  const std::size_t from = std::max(first, start);
  out.marks.assign(from - start + shift, ' ');
  out.marks += '^';
  const std::size_t to = std::min(last, std::max(window.to, from + 1));
  if (to > from + 1) out.marks.append(to - from - 1, '~');
  return out;
}

}  // namespace matter
