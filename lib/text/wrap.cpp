#include "text/wrap.h"

#include <vector>

#include "text/unicode.h"

namespace matter {
namespace {

constexpr std::u32string_view never_first = U"，。、；：？！）》”’」』】…,.;:?!)]}%";
constexpr std::u32string_view never_last = U"（《“‘「『【([{";

bool is_wide(char32_t c) { return display_width(c) == 2; }

bool may_break(char32_t before, char32_t after) {
  if (!is_wide(before) && !is_wide(after)) return false;
  return never_first.find(after) == std::u32string_view::npos && never_last.find(before) == std::u32string_view::npos;
}

/// A piece that is never broken; `blank`: a blank stood before it.
struct Piece {
  std::string text;
  bool blank = false;
};

std::vector<Piece> pieces(std::string_view text) {
  std::vector<Piece> found;
  bool blank = false;
  bool begin = true;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t c = next_code_point(text, at);
    if (c == U' ' || c == U'\n') {
      blank = true;
      begin = true;
      continue;
    }
    if (begin || may_break(before, c)) {
      found.push_back({{}, blank && !found.empty()});
      blank = false;
    }
    begin = false;
    found.back().text += text.substr(from, at - from);
    before = c;
  }
  return found;
}

}  // namespace

std::string wrapped(std::string_view text, std::size_t indent, std::size_t width) {
  const std::string margin(indent, ' ');
  std::string lines = margin;
  std::size_t column = indent;
  for (const Piece& piece : pieces(text)) {
    const std::size_t needed = display_width(piece.text) + (piece.blank ? 1 : 0);
    const bool fresh = column == indent;
    if (!fresh && column + needed > width) {
      lines += '\n' + margin + piece.text;
      column = indent + display_width(piece.text);
      continue;
    }
    if (piece.blank && !fresh) lines += ' ';
    lines += piece.text;
    column += piece.blank && fresh ? needed - 1 : needed;
  }
  return lines;
}

std::string padded(std::string_view text, std::size_t width) {
  std::string line(text);
  const std::size_t used = display_width(text);
  if (used < width) line.append(width - used, ' ');
  return line;
}

}  // namespace matter
