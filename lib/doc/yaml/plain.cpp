#include "doc/yaml/block.h"
#include "doc/yaml/conflicts.h"

namespace matter::yaml {

/// A line that is indented more than the innermost collection, which awaits nothing:
/// more of a plain scalar, or wrong.
void Block::stray_line() {
  const NodeId id = last_plain_;
  if (id != no_node && id == tree_.top().last) {
    if (c_.doc.comments.size() == plain_comments_) return continue_plain(id);
    if (scan_.at(scan_.next_stop(at_)) != ':') {
      c_.faults.text_after_comment({at_, scan_.trim_back(at_, scan_.line_end(at_))}, c_.doc.comments.back().span);
      return skip(Skip::deeper, tree_.top().column, next_line());
    }
  }
  c_.faults.bad_indent(at_, column_, tree_.top().column, closed_);
  skip(Skip::deeper, tree_.top().column, next_line());
}

void Block::continue_plain(NodeId id) {
  last_plain_ = no_node;
  const Span first = tree_.node(id).span;
  const std::int32_t parent = tree_.top().column;
  c_.faults.take_back(first);
  c_.scratch.assign(scan_.view(first.begin, first.end));
  Offset end = first.end;
  for (Offset p = scan_.skip_white(end); is_break(scan_.at(p));) {
    std::size_t empty = 0;
    empty_tabs_ = {};
    if (!text_line(p, empty) || column_ <= parent) break;
    if (!empty_tabs_.empty()) {
      c_.faults.tab_indent(empty_tabs_);
      c_.doc.damaged = true;
    }
    const Offset stop = scan_.next_stop(at_);
    if (scan_.at(stop) == ':') return entry_in_plain(id, first, end);
    empty == 0 ? c_.scratch.append(1, ' ') : c_.scratch.append(empty, '\n');
    end = scan_.trim_back(at_, stop);
    c_.scratch.append(scan_.view(at_, end));
    next_ = scan_.after_break(stop);
    if (scan_.at(stop) == '#') next_ = scan_.after_break(c_.comment(stop, false));
    p = stop;
  }
  set_plain(id, end);
  judge_lines(id, first);
}

void Block::set_plain(NodeId id, Offset end) {
  Node& node = tree_.node(id);
  const std::string_view value = c_.doc.arena.keep(c_.scratch);
  node.data = value.data();
  node.length = static_cast<std::uint32_t>(value.size());
  node.kind = NodeKind::scalar;
  node.span.end = end;
}

/// From a line break to the next line with text that may go on with a plain scalar; counts the empty ones.
/// Sets `line_`, `at_`, `column_`. False at a comment, a marker or the end.
bool Block::text_line(Offset p, std::size_t& empty) {
  for (;; ++empty) {
    if (p >= scan_.size) return false;
    const Offset line = scan_.after_break(p);
    const Offset text = scan_.skip_spaces(line);
    const Offset inner = scan_.skip_white(text);
    if (line >= scan_.size || (inner >= scan_.size)) return false;
    if (is_break(scan_.text[inner])) {
      if (inner != text && static_cast<std::int32_t>(text - line) <= tree_.top().column) empty_tabs_ = {text, inner};
      p = inner;
      continue;
    }
    if (scan_.text[inner] == '#' || scan_.marker(line) || is_conflict_marker(scan_, line)) return false;
    line_ = line;
    at_ = inner;
    column_ = static_cast<std::int32_t>(text - line);
    tab_ = inner == text ? nowhere : text;
    return true;
  }
}

/// The current line, which would go on with the scalar, has a `: `. Either the lines before it were meant as
/// entries too, or this one is indented too far.
void Block::entry_in_plain(NodeId id, Span first, Offset end) {
  const std::int32_t own = own_column(first.begin);
  if (own == column_ && tab_ == nowhere) {
    c_.doc.damaged = true;
    say_not_entries(first.begin, line_, own);
    if (!tree_.reopen(id, own, at_)) return stop_reading();
    return entry(at_);
  }
  set_plain(id, end);
  c_.doc.damaged = true;
  if (own < 0 || !c_.faults.say_look(first)) {
    if (tab_ != nowhere) {
      c_.faults.tab_indent({tab_, at_});
    } else {
      c_.faults.bad_indent(at_, column_, tree_.top().column, -1);
    }
  }
  skip(Skip::deeper, tree_.top().column, next_line());
}

/// Says of each line from `begin` to `end` that stands at `column` that it is no entry; of lines of mere text
/// that follow each other only once.
void Block::say_not_entries(Offset begin, Offset end, std::int32_t column) {
  bool in_text = false;
  for (Offset p = begin; p < end;) {
    const Offset line_end = scan_.line_end(p);
    const Span text{p, scan_.trim_back(p, line_end)};
    const bool mere_text = !c_.faults.looks_like_line(text);
    if (!mere_text || !in_text) c_.faults.not_an_entry(text);
    in_text = mere_text;
    do {
      const Offset line = scan_.after_break(scan_.line_end(p));
      p = scan_.skip_spaces(line);
      if (static_cast<std::int32_t>(p - line) == column && !is_break(scan_.at(p))) break;
    } while (p < end);
  }
}

}  // namespace matter::yaml
