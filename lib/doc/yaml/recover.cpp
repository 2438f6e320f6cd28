#include "doc/yaml/block.h"
#include "doc/yaml/conflicts.h"

namespace matter::yaml {

/// The line at `p`, where a mapping goes on, has no `key: `.
void Block::not_an_entry(Offset p) {
  c_.faults.not_an_entry({p, scan_.trim_back(p, scan_.line_end(p))});
  skip_entry(p);
}

/// Leaves out the entry of the innermost mapping that begins on the current line; nothing of it is attached.
void Block::skip_entry(Offset p) {
  if (c_.halted) return stop_reading();
  skip(Skip::items, tree_.top().column, line_from(p));
}

/// The value of the innermost key or dash cannot be read: the entry is left out.
void Block::fail_value(Offset p) {
  if (c_.halted) return stop_reading();
  failed_ = true;
  if (awaiting_) absent_value();
  resync(p);
}

/// A node at the start of a line or behind a dash cannot be read. What follows at its column may.
void Block::fail_node(Offset p, std::int32_t column) {
  if (c_.halted) return stop_reading();
  failed_ = true;
  c_.doc.damaged = true;
  skip(Skip::items, column, line_from(p));
}

/// Goes on with the next line that can be the entry or item after the innermost one.
void Block::resync(Offset p) {
  const Frame& top = tree_.top();
  skip(top.mapping ? Skip::items : Skip::deeper, top.column, line_from(p));
}

/// `p` itself when it begins a line, else the start of the line after it.
Offset Block::line_from(Offset p) const {
  if (p >= scan_.size || (p > at_ && is_break(scan_.text[p - 1]))) return p;
  return scan_.after_break(scan_.line_end(p));
}

void Block::skip(Skip what, std::int32_t column, Offset from) {
  c_.doc.damaged = true;
  next_ = from;
  while (to_line(next_)) {
    next_ = line_;
    if (column_ == 0 && (scan_.marker(at_) || is_conflict_marker(scan_, at_))) return;
    const bool dash = scan_.text[at_] == '-' && indicates(at_);
    const bool same = column_ == column && ((what == Skip::items && dash) || (what == Skip::until_item && !dash));
    if (column_ <= column && !same) return;
    next_ = scan_.after_break(scan_.line_end(at_));
  }
}

}  // namespace matter::yaml
