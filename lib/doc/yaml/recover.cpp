#include "doc/yaml/block.h"
#include "doc/yaml/conflicts.h"

namespace matter::yaml {

/// Wide spaces before the current line's text are said and taken for spaces, unless the line goes on with a
/// text, where they indent a paragraph. True when the current line was changed.
bool Block::odd_indentation() {
  Offset text = at_;
  std::int32_t column = column_;
  for (;;) {
    if (scan_.starts(text, "\xC2\xA0")) {
      text += 2;
      column += 1;
    } else if (scan_.starts(text, "\xE3\x80\x80")) {
      text += 3;
      column += 2;
    } else if (text > at_ && scan_.at(text) == ' ') {
      text += 1;
      column += 1;
    } else {
      break;
    }
  }
  if (text == at_) return false;
  if (!awaiting_ && column_ > tree_.top().column && last_plain_ == tree_.top().last) return false;
  c_.faults.odd_space({at_, text});
  c_.doc.damaged = true;
  if (column > tree_.top().column && !awaiting_) {
    // Whatever it goes on with, it cannot be told.
    at_ = scan_.line_end(text);
    return true;
  }
  at_ = text;
  column_ = column;
  return true;
}

/// The line at `p`, where a mapping goes on, has no `key: `; `end` is how far it was read.
void Block::not_an_entry(Offset p, Offset end) {
  const Span text{p, scan_.trim_back(p, scan_.line_end(p))};
  c_.faults.not_an_entry(text);
  if (c_.halted) return stop_reading();
  // A paragraph that was pasted in is one fault, not one a line.
  const Skip what = c_.faults.looks_like_line(text) ? Skip::items : Skip::text;
  skip(what, tree_.top().column, line_from(end));
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

/// Whether the current line, at the column of what is left out, is left out with it.
bool Block::skipped_beside(Skip what, bool dash) const {
  switch (what) {
    case Skip::deeper: return false;
    case Skip::items: return dash;
    case Skip::until_item: return !dash;
    case Skip::text: break;
  }
  if (dash) return true;
  const Lead lead = lead_of(scan_.text[at_]);
  if (lead > Lead::suspect || scan_.at(scan_.next_stop(at_)) == ':') return false;
  return !c_.faults.looks_like_line({at_, scan_.line_end(at_)});
}

void Block::skip(Skip what, std::int32_t column, Offset from) {
  c_.doc.damaged = true;
  next_ = from;
  while (to_line(next_)) {
    next_ = line_;
    if (column_ == 0 && (scan_.marker(at_) || is_conflict_marker(scan_, at_))) return;
    const bool dash = scan_.text[at_] == '-' && indicates(at_);
    const bool same = column_ == column && skipped_beside(what, dash);
    if (column_ <= column && !same) return;
    next_ = next_line();
  }
  next_ = scan_.size;
}

}  // namespace matter::yaml
