#include "doc/yaml/block.h"
#include "doc/yaml/conflicts.h"

namespace matter::yaml {

/// A line at column 0 that may be a marker or a directive. False when it is content.
bool Block::special_line() {
  if (tab_ != nowhere) return false;
  const char c = scan_.text[at_];
  if (scan_.marker(at_)) {
    if (open_) close_document(at_);
    document_at_ = at_ + 3;
    if (c == '-') {
      open_document(at_ + 3);
      value(at_ + 2);
    } else {
      const Offset rest = scan_.skip_white(at_ + 3);
      if (scan_.at(rest) != '#' && !is_break(scan_.at(rest))) {
        c_.faults.text_behind_marker({rest, scan_.trim_back(rest, scan_.line_end(rest))});
        c_.doc.damaged = true;
        next_ = scan_.after_break(scan_.line_end(rest));
      } else {
        end_line(rest);
      }
    }
    return true;
  }
  if (is_conflict_marker(scan_, at_)) {
    c_.conflicts = true;
    stop_reading();
    return true;
  }
  if (open_) return false;
  if (c == '%') {
    next_ = c_.hand_over(Construct::directive, at_, scan_.trim_back(at_, scan_.line_end(at_)));
    return true;
  }
  if (scan_.starts(at_, "\xEF\xBB\xBF")) {
    c_.marks.push_back(at_);
    next_ = at_ + 3;
    return true;
  }
  return false;
}

/// Begins a document whose content stands at or behind `content`.
void Block::open_document(Offset content) {
  tree_.begin_document();
  open_ = true;
  awaiting_ = true;
  failed_ = false;
  value_at_ = content;
}

void Block::close_document(Offset end) {
  if (awaiting_) absent_value();
  judge_root();
  while (!tree_.at_root()) tree_.close();
  c_.doc.root_spans.push_back({document_at_, end});
  document_at_ = end;
  last_plain_ = no_node;
  open_ = false;
}

}  // namespace matter::yaml
