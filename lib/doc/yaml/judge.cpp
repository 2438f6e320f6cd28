#include <algorithm>

#include "doc/yaml/block.h"

namespace matter::yaml {

Offset Context::hand_over_at(Offset p) {
  const Construct what = scan.text[p] == '&'   ? Construct::anchor
                         : scan.text[p] == '*' ? Construct::alias
                                               : Construct::tag;
  Offset end = p + 1;
  while (!is_blank(scan.at(end)) && !is_flow_mark(scan.at(end))) ++end;
  return hand_over(what, p, end);
}

void judge_plain(Context& context, NodeId id, bool key) {
  const Span span = context.doc.nodes[id].span;
  const Scan& scan = context.scan;
  Offset end = span.begin;
  for (;;) {
    if (scan.starts(end, "\xC2\xA0")) {
      end += 2;
    } else if (scan.starts(end, "\xE3\x80\x80")) {
      end += 3;
    } else {
      break;
    }
  }
  if (end > span.begin) return context.faults.odd_space({span.begin, end});
  context.faults.curly_quotes(span, key);
}

void judge_key_end(Context& context, Offset begin, Offset end) {
  const std::string_view key = context.scan.view(begin, end);
  if (key.size() > 2 && key.substr(key.size() - 2) == "\xC2\xA0") context.faults.odd_space({end - 2, end});
  if (key.size() > 3 && key.substr(key.size() - 3) == "\xE3\x80\x80") context.faults.odd_space({end - 3, end});
}

/// The column of a text that stands on a line of its own or behind a dash; -1 of any other.
std::int32_t Block::own_column(Offset p) const {
  const Offset start = scan_.line_start(p);
  for (Offset q = start; q < p; ++q) {
    const bool dash = scan_.text[q] == '-' && scan_.at(q + 1) == ' ';
    if (scan_.text[q] != ' ' && !dash) return -1;
  }
  return static_cast<std::int32_t>(p - start);
}

/// A text of one line in a place where an entry or an item could stand: `-甲`, `name:值`.
void Block::judge_own_text() {
  const NodeId id = last_plain_;
  const Span span = tree_.node(id).span;
  if (!c_.faults.looks_like_line(span)) return;
  const char c = scan_.text[span.begin];
  Offset behind = span.begin + 1;
  if (c != '-') {
    while (scan_.at(behind) == '_' || (scan_.at(behind) >= 'a' && scan_.at(behind) <= 'z')) ++behind;
    if (scan_.at(behind++) != ':') return;
  }
  // Chinese right behind the indicator: `-5`, `a:b` and the like are ordinary texts.
  if (static_cast<signed char>(scan_.at(behind)) < 0) c_.faults.say_look(span, Severity::warning);
}

/// A text of several lines each of which looks like an entry or an item was meant as such.
void Block::judge_lines(NodeId id, Span first) {
  const std::int32_t column = own_column(first.begin);
  if (column < 0) return;
  const Offset end = tree_.node(id).span.end;
  std::vector<Span> lines;
  for (Offset p = first.begin; p < end;) {
    const Offset line_end = std::min(end, scan_.line_end(p));
    const Span line{p, scan_.trim_back(p, line_end)};
    if (!c_.faults.looks_like_line(line)) return;
    lines.push_back(line);
    for (p = scan_.after_break(line_end); p < end && is_blank(scan_.text[p]);) ++p;
  }
  if (lines.size() < 2) return;
  for (const Span line : lines) c_.faults.say_look(line);
  leave_out_scalar(id);
}

/// A whole document that is one line of text was meant as an entry when it looks like one.
void Block::judge_root() {
  if (!tree_.at_root() || tree_.top().last == no_node) return;
  const Node& root = tree_.node(tree_.top().last);
  if (root.kind != NodeKind::scalar || root.style != NodeStyle::plain || !c_.faults.looks_like_line(root.span)) return;
  const std::string_view text = scan_.view(root.span.begin, root.span.end);
  const std::size_t colon = text.find(':');
  const bool tight = colon != std::string_view::npos && static_cast<signed char>(text[colon + 1]) < 0;
  if (!tight && text.find("：") == std::string_view::npos) return;
  c_.faults.take_back(root.span);
  c_.faults.say_look(root.span);
  leave_out_scalar(tree_.top().last);
}

void Block::leave_out_scalar(NodeId id) {
  Node& node = tree_.node(id);
  node.kind = NodeKind::null;
  node.length = 0;
  c_.doc.damaged = true;
}

}  // namespace matter::yaml
