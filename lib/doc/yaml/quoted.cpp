#include "doc/yaml/context.h"
#include "text/unicode.h"

namespace matter::yaml {

namespace {

constexpr char32_t invalid = 0xFFFFFFFF;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

char32_t hex(const Scan& scan, Offset p, Offset digits) {
  char32_t value = 0;
  for (Offset i = 0; i < digits; ++i) {
    const int digit = hex_digit(scan.at(p + i));
    if (digit < 0) return invalid;
    value = value * 16 + static_cast<char32_t>(digit);
  }
  return value;
}

/// The escape whose letter stands at `p`; moves `p` behind it.
char32_t escaped(const Scan& scan, Offset& p) {
  const char c = scan.at(p++);
  switch (c) {
    case '0': return 0;
    case 'a': return 7;
    case 'b': return 8;
    case 't':
    case '\t': return 9;
    case 'n': return 10;
    case 'v': return 11;
    case 'f': return 12;
    case 'r': return 13;
    case 'e': return 27;
    case ' ':
    case '"':
    case '/':
    case '\\': return static_cast<unsigned char>(c);
    case 'N': return 0x85;
    case '_': return 0xA0;
    case 'L': return 0x2028;
    case 'P': return 0x2029;
    case 'x': return p += 2, hex(scan, p - 2, 2);
    case 'U': return p += 8, hex(scan, p - 8, 8);
    case 'u': break;
    default: return invalid;
  }
  const char32_t high = hex(scan, p, 4);
  p += 4;
  if (high < 0xD800 || high > 0xDBFF || scan.at(p) != '\\' || scan.at(p + 1) != 'u') return high;
  // A pair of surrogates, as JSON writes what needs more than 16 bits.
  const char32_t low = hex(scan, p + 2, 4);
  if (low < 0xDC00 || low > 0xDFFF) return invalid;
  p += 6;
  return 0x10000 + ((high - 0xD800) << 10U) + (low - 0xDC00);
}

/// Reads a quoted scalar that needs more than a view: escapes, doubled quotes, several lines.
class Quoted {
 public:
  Quoted(Context& context, Offset begin, std::int32_t parent)
      : c_(context), scan_(context.scan), begin_(begin), parent_(parent), quote_(scan_.text[begin]) {}

  NodeId read(Offset& end) {
    c_.scratch.clear();
    Offset p = begin_ + 1;
    kept_ = 0;
    for (;;) {
      if (p >= scan_.size) return unclosed(p, end);
      const char c = scan_.text[p];
      if (c == quote_) {
        if (c == '"' || scan_.at(p + 1) != '\'') break;
        append(p, p + 1);
        p += 2;
      } else if (is_break(c)) {
        if (!fold(p)) return unclosed(p, end);
      } else if (c == '\\' && quote_ == '"') {
        if (!escape(p)) return unclosed(p, end);
      } else {
        c_.scratch.push_back(c);
        ++p;
        if (!is_white(c)) kept_ = c_.scratch.size();
      }
    }
    end = p + 1;
    if (wrong_) return no_node;
    const NodeStyle style = quote_ == '"' ? NodeStyle::double_quoted : NodeStyle::single_quoted;
    return c_.tree.scalar(begin_, end, style, c_.doc.arena.keep(c_.scratch));
  }

 private:
  void append(Offset from, Offset to) {
    c_.scratch.append(scan_.view(from, to));
    kept_ = c_.scratch.size();
  }

  bool escape(Offset& p) {
    const Offset backslash = p++;
    if (is_break(scan_.at(p)) && p < scan_.size) {
      // An escaped line break joins the lines; white space before it is content.
      kept_ = c_.scratch.size();
      return next_line(p, /*joined=*/true);
    }
    const char32_t c = escaped(scan_, p);
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
      if (p > scan_.size) p = scan_.size;
      c_.faults.bad_escape({backslash, backslash + 1 + (backslash + 1 < scan_.size ? 1U : 0U)});
      wrong_ = true;
      p = backslash + 1;
      if (scan_.at(p) == '"' || scan_.at(p) == '\\') ++p;
      return true;
    }
    append_utf8(c_.scratch, c);
    kept_ = c_.scratch.size();
    return true;
  }

  bool fold(Offset& p) {
    c_.scratch.resize(kept_);
    return next_line(p, /*joined=*/false);
  }

  /// From a line break to the text of the next line that has some; one break is a space, more are themselves.
  bool next_line(Offset& p, bool joined) {
    std::size_t empty = 0;
    for (;;) {
      const Offset line = scan_.after_break(p);
      if (line >= scan_.size || scan_.marker(line)) return p = line, false;
      const Offset text = scan_.skip_spaces(line);
      const Offset inner = scan_.skip_white(text);
      const bool blank = is_break(scan_.at(inner));
      const bool shallow = static_cast<std::int32_t>(text - line) <= parent_;
      if (shallow && inner != text && inner < scan_.size) {
        c_.faults.tab_indent({text, inner});
        wrong_ = true;
      } else if (shallow && !blank) {
        return p = line, false;
      }
      p = inner;
      if (p >= scan_.size) return false;
      if (!blank) break;
      ++empty;
    }
    if (empty > 0) {
      c_.scratch.append(empty, '\n');
    } else if (!joined) {
      c_.scratch.push_back(' ');
    }
    kept_ = c_.scratch.size();
    return true;
  }

  NodeId unclosed(Offset p, Offset& end) {
    if (!wrong_) c_.faults.unclosed_quote(begin_, scan_.line_end(begin_), quote_);
    end = p;
    return no_node;
  }

  Context& c_;
  const Scan& scan_;
  Offset begin_;
  std::int32_t parent_;
  char quote_;
  std::size_t kept_ = 0;  ///< length of the value without white space at the end of the current line
  bool wrong_ = false;
};

}  // namespace

NodeId read_quoted(Context& context, Offset p, std::int32_t parent, Offset& end) {
  const Scan& scan = context.scan;
  const char quote = scan.text[p];
  for (Offset q = p + 1; q < scan.size; ++q) {
    const char c = scan.text[q];
    if (c == quote && (quote == '"' || scan.at(q + 1) != '\'')) {
      end = q + 1;
      const NodeStyle style = quote == '"' ? NodeStyle::double_quoted : NodeStyle::single_quoted;
      return context.tree.scalar(p, end, style, scan.view(p + 1, q));
    }
    if (c == quote || is_break(c) || (c == '\\' && quote == '"')) break;
  }
  return Quoted(context, p, parent).read(end);
}

}  // namespace matter::yaml
