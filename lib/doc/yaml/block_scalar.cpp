#include <algorithm>

#include "doc/yaml/context.h"

namespace matter::yaml {

namespace {

enum class Chomp : std::uint8_t { clip, strip, keep };

class BlockScalar {
 public:
  BlockScalar(Context& context, Offset begin, std::int32_t parent)
      : c_(context), scan_(context.scan), begin_(begin), parent_(parent), folded_(scan_.text[begin] == '>') {}

  NodeId read(Offset& next) {
    Offset p = begin_ + 1;
    if (!header(p)) {
      next = scan_.after_break(scan_.line_end(begin_));
      return no_node;
    }
    first_line_ = scan_.after_break(p);
    if (indent_ < 0 && !detect()) {
      next = first_line_;
      return no_node;
    }
    c_.scratch.clear();
    next = lines();
    finish();
    if (tab_behind(next)) return no_node;
    const NodeStyle style = folded_ ? NodeStyle::folded : NodeStyle::literal;
    return c_.tree.scalar(begin_, end_, style, c_.doc.arena.keep(c_.scratch));
  }

 private:
  /// Indicators, then a comment or nothing. `p` becomes the end of the line.
  bool header(Offset& p) {
    for (int i = 0; i < 2; ++i) {
      const char c = scan_.at(p);
      if ((c == '+' || c == '-') && chomp_ == Chomp::clip) {
        chomp_ = c == '+' ? Chomp::keep : Chomp::strip;
        ++p;
      } else if (c >= '1' && c <= '9' && indent_ < 0) {
        indent_ = parent_ + (c - '0');
        ++p;
      }
    }
    end_ = p;
    const Offset rest = scan_.skip_white(p);
    if (rest > p && scan_.at(rest) == '#') {
      p = c_.comment(rest, false);
      return true;
    }
    if (is_break(scan_.at(rest))) {
      p = rest;
      return true;
    }
    c_.faults.block_header({begin_, scan_.trim_back(begin_, scan_.line_end(begin_))});
    return false;
  }

  /// The first line with text says how far the text is indented.
  bool detect() {
    std::int32_t widest = 0;
    Offset widest_line = first_line_;
    for (Offset line = first_line_; line < scan_.size;) {
      const Offset text = scan_.skip_spaces(line);
      const auto column = static_cast<std::int32_t>(text - line);
      if (!is_break(scan_.at(text))) {
        if (column <= parent_ || (column == 0 && scan_.marker(line))) break;
        indent_ = column;
        if (widest <= column) return true;
        c_.faults.block_leading_spaces({widest_line, widest_line + static_cast<Offset>(widest)}, widest, column);
        return false;
      }
      if (column > widest) {
        widest = column;
        widest_line = line;
      }
      line = scan_.after_break(text);
    }
    indent_ = std::max(parent_ + 1, widest);
    return true;
  }

  /// Adds up the lines; gives the start of the first line that does not belong here.
  Offset lines() {
    Offset line = first_line_;
    while (line < scan_.size) {
      const Offset text = scan_.skip_spaces(line);
      const auto column = static_cast<std::int32_t>(text - line);
      if (column < indent_) {
        if (!is_break(scan_.at(text))) break;
        empty_line(text);
        line = scan_.after_break(text);
        continue;
      }
      if (indent_ <= 0 && scan_.marker(line)) break;
      const Offset begin = line + static_cast<Offset>(std::max(indent_, 0));
      const Offset end = scan_.line_end(begin);
      if (begin == end) {
        empty_line(end);
      } else {
        add(scan_.view(begin, end));
        end_ = end;
      }
      line = scan_.after_break(end);
    }
    return line;
  }

  void empty_line(Offset end) {
    ++empty_;
    if (chomp_ == Chomp::keep) end_ = end;
  }

  void add(std::string_view text) {
    const bool spaced = is_white(text.front());
    const bool folds = folded_ && !spaced && !spaced_;
    if (started_ && folds && empty_ == 0) {
      c_.scratch.push_back(' ');
    } else {
      c_.scratch.append(empty_ + (started_ && !folds ? 1 : 0), '\n');
    }
    c_.scratch.append(text);
    started_ = true;
    spaced_ = spaced;
    empty_ = 0;
  }

  void finish() {
    if (chomp_ == Chomp::strip) return;
    // The end of the text ends its last line too.
    if (started_) c_.scratch.push_back('\n');
    if (chomp_ == Chomp::keep) c_.scratch.append(empty_, '\n');
  }

  /// A line of white space with a tab directly behind the scalar can belong to nothing.
  bool tab_behind(Offset line) {
    if (line >= scan_.size) return false;
    const Offset text = scan_.skip_spaces(line);
    const Offset rest = scan_.skip_white(text);
    if (rest == text || !is_break(scan_.at(rest))) return false;
    c_.faults.tab_indent({text, rest});
    return true;
  }

  Context& c_;
  const Scan& scan_;
  Offset begin_;
  std::int32_t parent_;
  bool folded_;
  Chomp chomp_ = Chomp::clip;
  std::int32_t indent_ = -1;
  Offset first_line_ = 0;
  Offset end_ = 0;
  std::size_t empty_ = 0;  ///< empty lines since the last text
  bool started_ = false;
  bool spaced_ = false;  ///< the last line began with white space
};

}  // namespace

NodeId read_block_scalar(Context& context, Offset p, std::int32_t parent, Offset& next) {
  return BlockScalar(context, p, parent).read(next);
}

}  // namespace matter::yaml
