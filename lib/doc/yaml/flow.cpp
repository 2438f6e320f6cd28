#include "doc/yaml/context.h"

namespace matter::yaml {

namespace {

/// Reads one flow collection with all that is in it. Depth is bounded by Tree::open.
/// After a fault every level returns `failed_`; the caller says where reading goes on.
class Flow {
 public:
  Flow(Context& context, std::int32_t parent) : c_(context), scan_(context.scan), parent_(parent) {}

  /// The collection at `p`, or no_node; `p` moves behind it (or to where the fault was).
  NodeId collection(Offset& p) {
    const Offset begin = p;
    const bool mapping = scan_.text[p] == '{';
    const char closing = mapping ? '}' : ']';
    if (!c_.tree.open_flow(mapping, begin)) {
      p = c_.halt();
      failed_ = true;
      return no_node;
    }
    opened_ = begin;
    ++p;
    bool separated = true;
    while (space(p, begin)) {
      const char c = scan_.at(p);
      if (c == closing) {
        ++p;
        if (c_.tree.top().count == 1 && !mapping) judge_only_item(c_.tree.top().last);
        return c_.tree.close(p);
      }
      if (c == ',') {
        if (separated) return fault_comma(p);
        separated = true;
        ++p;
        continue;
      }
      if (!separated) return fault_separator(p, begin, mapping);
      if (c_.doc.nodes.size() > c_.limits.nodes) {
        c_.faults.too_many_nodes(p, c_.limits.nodes);
        c_.doc.damaged = true;
        p = c_.halt();
        break;
      }
      if (!(mapping ? entry(p) : item(p))) break;
      separated = false;
    }
    return give_up();
  }

  [[nodiscard]] bool failed() const { return failed_; }

 private:
  NodeId give_up() {
    failed_ = true;
    c_.tree.close(scan_.size);
    return no_node;
  }
  NodeId fault_comma(Offset p) {
    c_.faults.flow_empty_item({p, p + 1});
    return give_up();
  }
  NodeId fault_separator(Offset p, Offset begin, bool mapping) {
    c_.faults.flow_separator(p, {begin, begin + 1}, mapping);
    return give_up();
  }

  /// Over white space, comments and line breaks to the next byte that means something.
  /// False when the collection cannot go on there (said).
  bool space(Offset& p, Offset opened) {
    // Most often one blank, or none, and no more than that is looked at.
    const Offset next = scan_.at(p) == ' ' ? p + 1 : p;
    const char c = scan_.at(next);
    if (c == '#' || is_blank(c)) return long_space(p, opened);
    line_start_ = false;
    p = next;
    return true;
  }

  bool long_space(Offset& p, Offset opened) {
    for (;;) {
      const Offset from = p;
      p = scan_.skip_white(p);
      const char c = scan_.at(p);
      if (c == '#') {
        if (from == p && !is_blank(scan_.text[p - 1])) {
          c_.faults.comment_needs_space(p);
          return false;
        }
        p = c_.comment(p, line_start_);
      } else if (!is_break(c)) {
        line_start_ = false;
        return true;
      }
      if (p >= scan_.size) return unclosed(opened);
      if (!next_line(p, opened)) return false;
    }
  }

  [[nodiscard]] bool too_shallow(Offset column) const { return static_cast<std::int32_t>(column) <= parent_; }

  bool unclosed(Offset opened) {
    c_.faults.unclosed_flow(opened, scan_.line_end(opened));
    return false;
  }

  /// From a line break to the first byte of the next line that is no space; judges its indentation.
  bool next_line(Offset& p, Offset opened) {
    const Offset line = scan_.after_break(p);
    const Offset text = scan_.skip_spaces(line);
    const Offset inner = scan_.skip_white(text);
    const char c = scan_.at(inner);
    line_start_ = true;
    p = inner;
    if (is_break(c) || c == '#') return true;
    if (scan_.marker(line)) return p = line, unclosed(opened);
    if (!too_shallow(text - line)) return true;
    if (inner != text) {
      c_.faults.tab_indent({text, inner});
      return false;
    }
    if (!goes_on(inner)) return p = line, unclosed(opened);
    if (!shallow_) c_.faults.flow_indent({inner, inner + 1}, parent_ + 1 - static_cast<std::int32_t>(text - line));
    shallow_ = true;
    return true;
  }

  /// Whether a line that is indented too little to belong to the collection was still meant to.
  [[nodiscard]] bool goes_on(Offset p) const {
    const char first = scan_.at(p);
    if (shallow_ || first == ']' || first == '}' || first == '[' || first == '{') return true;
    const Offset end = scan_.line_end(p);
    const char last = scan_.text[scan_.trim_back(p, end) - 1];
    return last == ',' || ((last == ']' || last == '}') && scan_.at(scan_.next_stop(p)) != ':');
  }

  /// `:` that separates a key from its value. Behind a quoted key or a collection nothing need follow it.
  [[nodiscard]] bool colon(Offset p, bool after_json) const {
    if (scan_.at(p) != ':' || p >= scan_.size) return false;
    const char next = scan_.at(p + 1);
    return after_json || is_blank(next) || is_flow_mark(next);
  }

  void judge_only_item(NodeId id) {
    const Node& item = c_.doc.nodes[id];
    if (item.kind == NodeKind::scalar && item.style == NodeStyle::plain) c_.faults.flow_only_item(item.span);
  }

  bool entry(Offset& p) {
    const NodeId key = colon(p, false) ? c_.tree.absent(p) : node(p);
    if (failed_ || key == no_node) return false;
    const bool json = is_json(key);
    c_.tree.attach_key(key);
    const Offset key_end = p;
    if (!space(p, opened_)) return false;
    if (!colon(p, json)) {
      c_.tree.attach(c_.tree.absent(key_end));
      if (!json) c_.faults.flow_key_alone(c_.doc.nodes[key].span);
      return true;
    }
    if (is_collection(key)) return complex(key);
    ++p;
    return value(p);
  }

  bool item(Offset& p) {
    const Offset begin = p;
    if (colon(p, false)) {
      const NodeId key = c_.tree.absent(p);
      return pair(p, key, begin);
    }
    const NodeId first = node(p);
    if (failed_ || first == no_node) return false;
    const Offset after = scan_.skip_white(p);
    if (!colon(after, is_json(first))) {
      c_.tree.attach(first);
      return true;
    }
    for (Offset q = begin; q < p; ++q) {
      if (!is_break(scan_.text[q])) continue;
      c_.faults.key_many_lines({begin, p});
      return false;
    }
    if (is_collection(first)) return complex(first);
    p = after;
    return pair(p, first, begin);
  }

  /// `[key: value]`, a mapping of one entry; `p` is at the colon.
  bool pair(Offset& p, NodeId key, Offset begin) {
    if (!c_.tree.open_flow(true, begin)) {
      p = c_.halt();
      return failed_ = true, false;
    }
    c_.tree.attach_key(key);
    ++p;
    const bool good = value(p);
    const NodeId last = c_.tree.top().last;
    const NodeId made = c_.tree.close(good ? c_.doc.nodes[last].span.end : p);
    c_.tree.attach(made);
    return good;
  }

  bool value(Offset& p) {
    const Offset begin = p;
    if (!space(p, opened_)) return false;
    const char c = scan_.at(p);
    if (c == ',' || c == ']' || c == '}') {
      c_.tree.attach(c_.tree.absent(begin));
      return true;
    }
    const NodeId id = node(p);
    if (failed_ || id == no_node) return false;
    c_.tree.attach(id);
    return true;
  }

  [[nodiscard]] bool is_collection(NodeId id) const {
    return c_.doc.nodes[id].kind == NodeKind::mapping || c_.doc.nodes[id].kind == NodeKind::sequence;
  }
  [[nodiscard]] bool is_json(NodeId id) const { return c_.doc.nodes[id].style != NodeStyle::plain; }
  bool complex(NodeId key) {
    const Span at = c_.doc.nodes[key].span;
    c_.hand_over(Construct::complex_key, at.begin, at.end);
    failed_ = true;
    return false;
  }

  NodeId node(Offset& p) {
    const char c = scan_.at(p);
    switch (lead_of(c)) {
      case Lead::flow: {
        if (c == ']' || c == '}' || c == ',') break;
        const Offset outer = opened_;
        const NodeId id = collection(p);
        opened_ = outer;
        return id;
      }
      case Lead::double_quote:
      case Lead::single_quote: {
        const NodeId id = read_quoted(c_, p, parent_, p);
        failed_ = failed_ || id == no_node;
        return id;
      }
      case Lead::outside: p = c_.hand_over_at(p); return failed_ = true, no_node;
      case Lead::question:
        if (!is_blank(scan_.at(p + 1)) && !is_flow_mark(scan_.at(p + 1))) return plain(p);
        p = c_.hand_over(Construct::complex_key, p, p + 1);
        return failed_ = true, no_node;
      case Lead::dash:
      case Lead::colon:
        if (is_blank(scan_.at(p + 1)) || is_flow_mark(scan_.at(p + 1))) break;
        return plain(p);
      case Lead::plain:
      case Lead::suspect: return plain(p);
      default: break;
    }
    failed_ = true;
    c_.faults.flow_unexpected({p, p + 1});
    return no_node;
  }

  /// End of the part of a plain scalar that stands on one line, white space behind it taken off.
  [[nodiscard]] Offset plain_end(Offset p) const {
    const Offset begin = p;
    for (;; ++p) {
      p = next_flow_stop(scan_.text, p, scan_.size);
      const char c = scan_.at(p);
      if (is_break(c) || is_flow_mark(c)) break;
      if (c == ':' && (is_blank(scan_.at(p + 1)) || is_flow_mark(scan_.at(p + 1)))) break;
      if (c == '#' && p > begin && is_white(scan_.text[p - 1])) break;
    }
    return scan_.trim_back(begin, p);
  }

  NodeId plain(Offset& p) {
    const Offset begin = p;
    Offset end = plain_end(p);
    p = end;
    if (!is_break(scan_.at(scan_.skip_white(end)))) {
      const NodeId id = c_.tree.plain(begin, end);
      if (lead_of(scan_.text[begin]) == Lead::suspect) judge_plain(c_, id, false);
      return id;
    }
    return plain_lines(p, begin);
  }

  /// A plain scalar whose line is over: goes on where the next line with text goes on with it.
  NodeId plain_lines(Offset& p, Offset begin) {
    c_.scratch.assign(scan_.view(begin, p));
    bool many = false;
    for (;;) {
      Offset line_break = scan_.skip_white(p);
      if (!is_break(scan_.at(line_break)) || line_break >= scan_.size) break;
      std::size_t empty = 0;
      Offset line = scan_.after_break(line_break);
      Offset text = scan_.skip_spaces(line);
      while (line < scan_.size && is_break(scan_.at(scan_.skip_white(text)))) {
        if (too_shallow(text - line) && scan_.at(text) == '\t')
          return c_.tree.scalar(begin, p, NodeStyle::plain, c_.doc.arena.keep(c_.scratch));
        line = scan_.after_break(scan_.skip_white(text));
        text = scan_.skip_spaces(line);
        ++empty;
      }
      const Offset inner = scan_.skip_white(text);
      const char c = scan_.at(inner);
      if (line >= scan_.size || too_shallow(text - line) || scan_.marker(line)) break;
      if (c == '#' || is_flow_mark(c) || colon(inner, false)) break;
      const Offset end = plain_end(inner);
      empty == 0 ? c_.scratch.append(1, ' ') : c_.scratch.append(empty, '\n');
      c_.scratch.append(scan_.view(inner, end));
      p = end;
      many = true;
    }
    if (!many) return c_.tree.plain(begin, p);
    return c_.tree.scalar(begin, p, NodeStyle::plain, c_.doc.arena.keep(c_.scratch));
  }

  Context& c_;
  const Scan& scan_;
  std::int32_t parent_;
  Offset opened_ = 0;  ///< the innermost open bracket
  bool line_start_ = false;
  bool failed_ = false;
  bool shallow_ = false;  ///< a line that is not indented enough was met and said
};

}  // namespace

NodeId read_flow(Context& context, Offset p, std::int32_t parent, Offset& end) {
  Flow flow(context, parent);
  end = p;
  const NodeId id = flow.collection(end);
  return flow.failed() ? no_node : id;
}

}  // namespace matter::yaml
