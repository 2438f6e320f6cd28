#include "doc/yaml/block.h"

namespace matter::yaml {

namespace {

/// May begin a line that is no content: a document marker, a directive, a conflict marker.
constexpr bool may_be_special(char c) {
  return c == '-' || c == '.' || c == '%' || (c >= '<' && c <= '>') || c == '|' || c == '\xEF';
}

}  // namespace

void Block::read() {
  if (scan_.starts(0, "\xEF\xBB\xBF")) next_ = 3;
  document_at_ = next_;
  while (!c_.halted && to_line(next_)) {
    if (c_.doc.nodes.size() + c_.doc.comments.size() > c_.limits.nodes) {
      c_.faults.too_many_nodes(at_, c_.limits.nodes);
      c_.doc.damaged = true;
      stop_reading();
      break;
    }
    line();
  }
  if (open_) close_document(scan_.size);
}

/// Moves to the next line with content from the start of a line. False at the end.
bool Block::to_line(Offset start) {
  for (;;) {
    if (start >= scan_.size) return false;
    const Offset text = scan_.skip_spaces(start);
    at_ = text;
    tab_ = nowhere;
    Lead lead = lead_of(scan_.at(text));
    if (lead == Lead::blank && scan_.at(text) == '\t') {
      tab_ = text;
      at_ = scan_.skip_white(text);
      lead = lead_of(scan_.at(at_));
    }
    if (lead == Lead::blank) {
      start = scan_.after_break(at_);
    } else if (lead == Lead::comment) {
      start = scan_.after_break(c_.comment(at_, true));
    } else {
      line_ = start;
      column_ = static_cast<std::int32_t>(text - start);
      return true;
    }
  }
}

/// Reads the current line, and the lines that a value beginning on it takes.
void Block::line() {
  char c = scan_.text[at_];
  if (column_ == 0 && may_be_special(c) && special_line()) return;
  if (!open_) open_document(at_);
  closed_ = -1;
  if (lead_of(c) == Lead::suspect && odd_indentation()) {
    if (is_break(scan_.at(at_))) return skip(Skip::deeper);
    c = scan_.text[at_];
  }
  if (column_ < tree_.top().column) close_to(column_);
  if (column_ == tree_.top().column) {
    same_column(c);
  } else if (awaiting_) {
    node_at(at_, column_);
  } else {
    stray_line();
  }
}

void Block::same_column(char c) {
  if (tab_ != nowhere) {
    c_.faults.tab_indent({tab_, at_});
    failed_ = failed_ || awaiting_;
    return skip(Skip::deeper);
  }
  const bool dash = c == '-' && indicates(at_);
  if (tree_.top().mapping) {
    if (dash) {
      if (awaiting_) return node_at(at_, column_);
      c_.faults.item_in_mapping({at_, at_ + 1});
      return skip(Skip::items);
    }
    if (awaiting_) absent_value();
    return entry(at_);
  }
  if (awaiting_) absent_value();
  if (dash) return item(at_, column_);
  if (tree_.below().mapping && tree_.below().column == column_) {
    closed_ = column_;
    tree_.close();
    return entry(at_);
  }
  c_.faults.not_an_item({at_, scan_.trim_back(at_, scan_.line_end(at_))});
  skip(Skip::until_item);
}

/// An entry of the innermost mapping, its key at `p`.
void Block::entry(Offset p) {
  const Lead lead = lead_of(scan_.text[p]);
  const bool plain = lead <= Lead::suspect || (lead <= Lead::colon && (lead == Lead::colon || !indicates(p)));
  if (!plain) return other_key(p);
  const Offset stop = scan_.next_stop(p);
  if (scan_.at(stop) != ':') return not_an_entry(p, p);
  const NodeId key = plain_key(p, stop);
  if (key == no_node) return skip(Skip::items);
  tree_.attach_key(key);
  value(stop);
}

/// The plain key before the colon at `stop`; no_node when it cannot be one (said).
NodeId Block::plain_key(Offset p, Offset stop) {
  const Offset end = scan_.trim_back(p, stop);
  if (end == p) return tree_.absent(p);
  if (end - p > 1024 && !key_fits({p, end})) return no_node;
  const char last = scan_.text[end - 1];
  if (last == '\x80' || last == '\xA0') judge_key_end(c_, p, end);
  const NodeId key = tree_.plain(p, end);
  if (lead_of(scan_.text[p]) == Lead::suspect) judge_plain(c_, key, true);
  return key;
}

void Block::open_mapping(NodeId key, Offset colon, std::int32_t column) {
  if (!tree_.open_block(true, column, tree_.node(key).span.begin)) return stop_reading();
  tree_.attach_key(key);
  value(colon);
}

/// An item of the innermost sequence, its dash at `p`; compact collections may follow on the line.
void Block::item(Offset p, std::int32_t column) {
  awaiting_ = true;
  failed_ = false;
  value_at_ = p + 1;
  const Offset text = scan_.skip_spaces(p + 1);
  const char c = scan_.at(text);
  if (lead_of(c) <= Lead::suspect) return plain_at(text, column + static_cast<std::int32_t>(text - p));
  if (is_break(c)) {
    next_ = scan_.after_break(text);
    return;
  }
  Offset inner = text;
  if (c == '\t') {
    tab_ = text;
    inner = scan_.skip_white(text);
  }
  if (is_blank(scan_.at(inner)) || scan_.at(inner) == '#') {
    end_line(inner);
    return;
  }
  node_at(inner, column + static_cast<std::int32_t>(inner - p));
}

/// A node that may be a block collection: at the start of a line or behind a dash.
void Block::node_at(Offset p, std::int32_t column) {
  const Lead lead = lead_of(scan_.text[p]);
  if (lead <= Lead::suspect) return plain_at(p, column);
  if (lead == Lead::dash && indicates(p)) {
    if (tab_ != nowhere) {
      c_.faults.tab_indent({tab_, p});
      return fail_node(p, column);
    }
    if (!tree_.open_block(false, column, p)) return stop_reading();
    return item(p, column);
  }
  if (lead == Lead::dash || lead == Lead::colon || (lead == Lead::question && !indicates(p)))
    return plain_at(p, column);
  other_node(p, column);
}

/// A plain scalar, or a mapping whose first key is one.
void Block::plain_at(Offset p, std::int32_t column) {
  const Offset stop = scan_.next_stop(p);
  if (scan_.at(stop) != ':') {
    plain_value(p);
    if (const char c = scan_.text[p]; c == '-' || (c >= 'a' && c <= 'z')) judge_own_text();
    return;
  }
  if (tab_ != nowhere) {
    c_.faults.tab_indent({tab_, p});
    return fail_node(p, column);
  }
  const NodeId key = plain_key(p, stop);
  if (key == no_node) return fail_node(p, column);
  open_mapping(key, stop, column);
}

/// What follows a key's colon on its line.
void Block::value(Offset colon) {
  awaiting_ = true;
  failed_ = false;
  value_at_ = colon + 1;
  Offset p = colon + 1;
  if (scan_.at(p) == ' ') ++p;
  Lead lead = lead_of(scan_.at(p));
  if (lead <= Lead::suspect) return plain_value(p);
  if (lead == Lead::blank) {
    p = scan_.skip_white(p);
    lead = lead_of(scan_.at(p));
    if (lead <= Lead::suspect) return plain_value(p);
  }
  if (lead == Lead::blank || lead == Lead::comment) {
    end_line(p);
    return;
  }
  if (lead <= Lead::colon && !indicates(p)) return plain_value(p);
  other_value(p);
}

/// A plain scalar that ends with its line, as far as can be seen yet.
void Block::plain_value(Offset p) {
  const Offset stop = scan_.next_stop(p);
  const char c = scan_.at(stop);
  if (c == ':') {
    c_.faults.mapping_in_value({stop, stop + 1}, {p, scan_.trim_back(p, scan_.line_end(stop))});
    return fail_value(stop);
  }
  const Offset end = scan_.trim_back(p, stop);
  const NodeId id = tree_.plain(p, end);
  if (lead_of(scan_.text[p]) == Lead::suspect) judge_plain(c_, id, false);
  tree_.attach(id);
  awaiting_ = false;
  last_plain_ = id;
  plain_comments_ = c_.doc.comments.size();
  next_ = scan_.after_break(c == '#' ? c_.comment(stop, false) : stop);
}

/// Behind a value, or a key or dash without one on its line: nothing but a comment may follow.
/// False, and said, when something does.
bool Block::end_line(Offset p) {
  const Offset rest = scan_.skip_white(p);
  const char c = scan_.at(rest);
  if (is_break(c)) {
    next_ = scan_.after_break(rest);
  } else if (c == '#' && (rest > p || is_blank(scan_.text[rest - 1]))) {
    next_ = scan_.after_break(c_.comment(rest, false));
  } else {
    c_.faults.text_behind(rest, scan_.line_end(rest), scan_.text[p - 1]);
    return false;
  }
  return true;
}

/// Closes the collections that a line at `column` does not belong to.
void Block::close_to(std::int32_t column) {
  if (awaiting_) absent_value();
  do {
    closed_ = tree_.top().column;
    tree_.close();
  } while (column < tree_.top().column);
}

/// The innermost key, dash or document stays without a value.
void Block::absent_value() {
  tree_.attach(tree_.absent(value_at_));
  if (failed_) tree_.drop_last();
  awaiting_ = false;
  failed_ = false;
}

}  // namespace matter::yaml
