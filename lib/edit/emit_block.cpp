#include <algorithm>

#include "edit/emit.h"

namespace matter {

namespace {

/// The scalar that a value ends in; no_node where it ends in something else.
NodeId last_scalar(const Document& doc, NodeId id) {
  while (doc.node(id).is(NodeKind::mapping) || doc.node(id).is(NodeKind::sequence)) {
    if (doc.node(id).style == NodeStyle::flow || doc.node(id).count == 0) return no_node;
    NodeId last = no_node;
    for (const NodeId child : children(doc, id)) last = child;
    id = last;
  }
  return id;
}

/// Tells the output where a copied part ends in a block scalar.
void mark_end(const Document& doc, const Part& part, Output& out) {
  const NodeId id = last_scalar(doc, part.node);
  if (id == no_node) return;
  const Node& node = doc.node(id);
  if (node.style != NodeStyle::literal && node.style != NodeStyle::folded) return;
  const std::string_view written = slice(doc.text, node.span);
  const std::string_view head = written.substr(0, written.find_first_of("\r\n#"));
  if (head.find('-') != std::string_view::npos) return;
  out.keep_break(head.find('+') != std::string_view::npos);
}

}  // namespace

void Emitter::block(NodeId node, const Layout& layout) {
  const auto slots = plan_.slots_of(doc_, node);
  if (slots.empty()) return empty_block(node, layout);
  std::vector<Lead> leads;
  for (std::uint32_t i = 0; i < layout.parts.size(); ++i) leads.push_back(divide_lead(doc_, node, layout, i));
  const bool apart = leads.size() > 1 &&
                     std::all_of(leads.begin() + 1, leads.end(), [](const Lead& lead) { return !lead.stay.empty(); });
  std::vector<std::uint32_t> places;
  for (const Slot& slot : slots) {
    if (slot.part != no_part) places.push_back(slot.part);
  }
  std::sort(places.begin(), places.end());
  out_.copy(layout.open);
  if (!layout.compact) out_.copy(leads.front().stay);
  auto place = places.begin();
  std::uint32_t from = 1;
  for (const Slot& slot : slots) {
    const bool first = &slot == slots.data();
    const bool inline_first = first && layout.compact;
    if (!inline_first) out_.begin_line();
    if (slot.part == no_part) {
      if (!first && apart && !out_.open()) out_.add(style_.line_break);
      fresh(slot.fresh, node, layout, inline_first);
      continue;
    }
    if (*place > 0 && !inline_first) stays(leads, from, *place, first);
    if (*place == 0 && !first && apart && !out_.open()) out_.add(style_.line_break);
    from = *place++ + 1;
    const bool beside = first ? slot.part == 0 : (&slot - 1)->part + 1 == slot.part;
    kept(layout, leads[slot.part], slot.part, inline_first, beside);
  }
  for (std::uint32_t i = from; i < leads.size(); ++i) {
    if (!comments_in(doc_, leads[i].stay)) continue;
    out_.begin_line();
    out_.copy(leads[i].stay);
  }
  if (!layout.close.empty()) out_.begin_line();
  out_.copy(layout.close);
}

void Emitter::stays(const std::vector<Lead>& leads, std::uint32_t from, std::uint32_t part, bool first) {
  bool blank = false;
  for (std::uint32_t i = from; i < part; ++i) {
    if (comments_in(doc_, leads[i].stay)) {
      out_.copy(leads[i].stay);
    } else {
      blank = blank || !leads[i].stay.empty();
    }
  }
  const Span stay = leads[part].stay;
  if (comments_in(doc_, stay)) {
    out_.copy(stay);
  } else if (!first && !out_.open()) {
    if (!stay.empty()) {
      out_.copy(stay);
    } else if (blank) {
      out_.add(style_.line_break);
    }
  }
}

void Emitter::fresh(const Draft& draft, NodeId node, const Layout& layout, bool inline_first) {
  Rendered lines;
  if (doc_.node(node).is(NodeKind::mapping)) {
    lines = render_entry(draft, layout.column, style_);
  } else {
    std::uint32_t dash = 2;
    for (const Part& part : layout.parts) {
      const std::uint32_t indent = &part == layout.parts.data() && layout.compact ? 0 : layout.column;
      const bool one_line = slice(doc_.text, part.head).find_first_of("\r\n") == std::string_view::npos;
      if (one_line && part.head.size() > indent + 2) dash = part.head.size() - indent;
      if (one_line && part.head.size() >= indent + 2) break;
    }
    lines = render_item(draft, layout.column, dash, style_);
  }
  out_.add(std::string_view(lines.rest).substr(inline_first ? layout.column : 0));
  if (lines.open) out_.keep_break(false);
}

void Emitter::kept(const Layout& layout, const Lead& lead, std::uint32_t part, bool inline_first, bool beside) {
  const Part& kept_part = layout.parts[part];
  Span head = kept_part.head;
  if (part == 0 && doc_.text.starts_with("\xEF\xBB\xBF") && head.begin < 3) {
    out_.copy({0, 3});
    head.begin = 3;
  }
  if (inline_first && part != 0) {
    if (lead.own.empty()) {
      head.begin += layout.column;
    } else {
      const auto text = static_cast<std::uint32_t>(doc_.text.find('#', lead.own.begin));
      out_.copy({text, lead.own.end});
    }
  } else {
    if (beside) {
      out_.copy(lead.own);
    } else {
      comments_above(lead.own, layout.column);
    }
    if (part == 0 && layout.compact && !inline_first) out_.add(std::string(layout.column, ' '));
  }
  value(layout, kept_part, head);
  if (!plan_.touched[kept_part.node]) mark_end(doc_, kept_part, out_);
}

/// Comments that are further in than the parts would become text where a block scalar stands above them now.
void Emitter::comments_above(Span own, std::uint32_t column) {
  while (!own.empty()) {
    const auto sign = static_cast<std::uint32_t>(doc_.text.find('#', own.begin));
    const auto end = std::min<std::size_t>(doc_.text.find_first_of("\r\n", sign), own.end);
    std::uint32_t next = std::min(static_cast<std::uint32_t>(end) + 1, own.end);
    if (next < own.end && doc_.text[next] == '\n' && doc_.text[next - 1] == '\r') ++next;
    const bool deep = sign - own.begin > column;
    out_.copy({deep ? sign - column : own.begin, next});
    own.begin = next;
  }
}

void Emitter::empty_block(NodeId node, const Layout& layout) {
  out_.copy(layout.open);
  for (std::uint32_t i = 0; i < layout.parts.size(); ++i) {
    const Lead lead = divide_lead(doc_, node, layout, i);
    if (comments_in(doc_, lead.stay)) out_.copy(lead.stay);
  }
  out_.begin_line();
  out_.add(doc_.node(node).is(NodeKind::mapping) ? "{}" : "[]");
  out_.add(style_.line_break);
  out_.copy(layout.close);
}

}  // namespace matter
