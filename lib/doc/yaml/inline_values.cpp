#include "doc/yaml/block.h"
#include "text/unicode.h"

namespace matter::yaml {

/// A value on its key's line that is not plain.
void Block::other_value(Offset p) {
  Offset end = p;
  switch (lead_of(scan_.text[p])) {
    case Lead::double_quote:
    case Lead::single_quote: {
      const NodeId id = read_quoted(c_, p, tree_.top().column, end);
      return finish_value(id, end);
    }
    case Lead::flow:
      if (const char c = scan_.text[p]; c == '[' || c == '{') {
        const NodeId id = read_flow(c_, p, tree_.top().column, end);
        return finish_value(id, end);
      }
      break;
    case Lead::block_scalar: return block_scalar(p);
    case Lead::outside: next_ = c_.hand_over_at(p); return;
    case Lead::question:
    case Lead::colon:
    case Lead::dash: c_.faults.block_in_value({p, p + 1}); return fail_value(p);
    default: break;
  }
  c_.faults.reserved({p, p + 1}, scan_.trim_back(p, scan_.line_end(p)));
  fail_value(p);
}

void Block::finish_value(NodeId id, Offset end) {
  if (id == no_node) return fail_value(end);
  tree_.attach(id);
  awaiting_ = false;
  if (scan_.at(end) == ':' || scan_.at(scan_.skip_white(end)) == ':') {
    const Offset colon = scan_.skip_white(end);
    const Span value = tree_.node(id).span;
    c_.faults.mapping_in_value({colon, colon + 1}, value);
    tree_.drop_last();
    return resync(colon);
  }
  if (end_line(end)) return;
  tree_.drop_last();
  resync(end);
}

void Block::block_scalar(Offset p) {
  const NodeId id = read_block_scalar(c_, p, tree_.top().column, next_);
  if (id == no_node) return fail_value(next_);
  tree_.attach(id);
  awaiting_ = false;
}

/// A node at the start of a line or behind a dash that is neither plain nor a sequence.
void Block::other_node(Offset p, std::int32_t column) {
  switch (lead_of(scan_.text[p])) {
    case Lead::double_quote:
    case Lead::single_quote: return quoted_node(p, column);
    case Lead::flow:
      if (scan_.text[p] != '[' && scan_.text[p] != '{') break;
      return flow_node(p, column);
    case Lead::block_scalar: return block_scalar(p);
    case Lead::outside: next_ = c_.hand_over_at(p); return;
    case Lead::question: next_ = c_.hand_over(Construct::complex_key, p, p + 1); return;
    default: break;
  }
  c_.faults.reserved({p, p + 1}, scan_.trim_back(p, scan_.line_end(p)));
  fail_node(p, column);
}

void Block::quoted_node(Offset p, std::int32_t column) {
  Offset end = p;
  const NodeId id = read_quoted(c_, p, tree_.top().column, end);
  if (id == no_node) return fail_node(end, column);
  const Offset colon = scan_.skip_white(end);
  if (scan_.at(colon) != ':') {
    return attach_whole(id, column);
  }
  if (!quoted_key(id, colon, column)) return fail_node(end, column);
  open_mapping(id, colon, column);
}

/// Whether the quoted scalar can be the key that the colon behind it makes of it; else says why not.
bool Block::quoted_key(NodeId id, Offset colon, std::int32_t column) {
  const Span span = tree_.node(id).span;
  if (!indicates(colon)) {
    c_.faults.space_after_colon({colon, colon + 1});
    return false;
  }
  if (tab_ != nowhere && column_ <= column) {
    c_.faults.tab_indent({tab_, span.begin});
    return false;
  }
  return key_fits(span);
}

bool Block::key_fits(Span key) {
  if (scan_.line_end(key.begin) < key.end) {
    c_.faults.key_many_lines(key);
    return false;
  }
  if (key.size() <= 1024 || count_characters(scan_.view(key.begin, key.end)) <= 1024) return true;
  c_.faults.key_too_long(key);
  return false;
}

void Block::flow_node(Offset p, std::int32_t column) {
  Offset end = p;
  const NodeId id = read_flow(c_, p, tree_.top().column, end);
  if (c_.halted) return stop_reading();
  if (id == no_node) return fail_node(end, column);
  const Offset colon = scan_.skip_white(end);
  if (scan_.at(colon) == ':' && indicates(colon)) {
    if (!key_fits({p, end})) return fail_node(end, column);
    next_ = c_.hand_over(Construct::complex_key, p, end);
    return;
  }
  attach_whole(id, column);
}

/// Attaches what was read in the place of a node, when nothing stands behind it.
void Block::attach_whole(NodeId id, std::int32_t column) {
  const Offset end = tree_.node(id).span.end;
  if (!end_line(end)) return fail_node(end, column);
  tree_.attach(id);
  awaiting_ = false;
}

/// A key of an open mapping that is not plain.
void Block::other_key(Offset p) {
  switch (lead_of(scan_.text[p])) {
    case Lead::double_quote:
    case Lead::single_quote: {
      Offset end = p;
      const NodeId id = read_quoted(c_, p, tree_.top().column, end);
      if (id == no_node) return skip_entry(end);
      const Offset colon = scan_.skip_white(end);
      if (scan_.at(colon) != ':') return not_an_entry(p, end);
      if (!quoted_key(id, colon, column_)) return skip_entry(end);
      tree_.attach_key(id);
      return value(colon);
    }
    case Lead::flow: {
      if (scan_.text[p] != '[' && scan_.text[p] != '{') break;
      Offset end = p;
      if (read_flow(c_, p, tree_.top().column, end) == no_node) return skip_entry(end);
      const Offset colon = scan_.skip_white(end);
      if (scan_.at(colon) != ':' || !indicates(colon)) return not_an_entry(p, end);
      if (!key_fits({p, end})) return skip_entry(end);
      next_ = c_.hand_over(Construct::complex_key, p, end);
      return;
    }
    case Lead::outside: next_ = c_.hand_over_at(p); return;
    case Lead::question: next_ = c_.hand_over(Construct::complex_key, p, p + 1); return;
    case Lead::block_scalar: return not_an_entry(p, p);
    default: break;
  }
  c_.faults.reserved({p, p + 1}, scan_.trim_back(p, scan_.line_end(p)));
  skip_entry(p);
}

}  // namespace matter::yaml
