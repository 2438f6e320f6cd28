#include "edit/emit.h"

#include <algorithm>

namespace matter {

namespace {

bool break_at(std::string_view text, std::uint32_t at) { return text[at] == '\n' || text[at] == '\r'; }

/// The begin of the line before the one that begins at `line`; not below `from`.
std::uint32_t line_before(std::string_view text, std::uint32_t line, std::uint32_t from) {
  std::uint32_t at = line - 1;
  if (at > from && text[at] == '\n' && text[at - 1] == '\r') --at;
  while (at > from && !break_at(text, at - 1)) --at;
  return at;
}

/// The comment behind a comma or bracket, on its line; empty where there is none.
Span comment_behind(std::string_view text, Span span) {
  std::uint32_t at = span.begin;
  while (at < span.end && (text[at] == ' ' || text[at] == '\t')) ++at;
  if (at >= span.end || text[at] != '#') return {span.begin, span.begin};
  while (at < span.end && !break_at(text, at)) ++at;
  return {span.begin, at};
}

class Released {
 public:
  Released(const Document& doc, const Plan& plan) : doc_(doc), plan_(plan) {}

  std::vector<Span> all() {
    Layout layout;
    for (std::size_t n = 0; n < doc_.roots.size(); ++n) {
      const NodeId root = doc_.roots[n];
      if (!plan_.touched[root]) continue;
      if (is_block_collection(doc_, root)) {
        lay_out_root(doc_, n, layout);
      } else {
        lay_out(doc_, root, doc_.node(root).span, layout);
      }
      collection(root, layout);
    }
    return std::move(spans_);
  }

 private:
  void collection(NodeId node, const Layout& layout) {
    std::vector<bool> stays(layout.parts.size(), false);
    for (const Slot& slot : plan_.slots_of(doc_, node)) {
      if (slot.part != no_part) stays[slot.part] = true;
    }
    const FlowFrame frame = layout.flow ? frame_of(doc_, layout) : FlowFrame{};
    for (std::uint32_t i = 0; i < layout.parts.size(); ++i) {
      const Part& part = layout.parts[i];
      if (!stays[i] && layout.flow) {
        spans_.push_back({frame.parts[i].lead.begin, part.tail.end});
        spans_.push_back(frame.parts[i].after);
      } else if (!stays[i]) {
        spans_.push_back({divide_lead(doc_, node, layout, i).own.begin, part.tail.end});
      } else if (plan_.touched[part.node]) {
        inside(part);
      }
    }
  }

  void inside(const Part& part) {
    const Node& node = doc_.node(part.node);
    if (!node.is(NodeKind::mapping) && !node.is(NodeKind::sequence)) return;
    if (plan_.values.contains(part.node)) {
      spans_.push_back(part.value);
      return;
    }
    Layout inner;
    lay_out(doc_, part.node, part.value, inner);
    collection(part.node, inner);
  }

  const Document& doc_;
  const Plan& plan_;
  std::vector<Span> spans_;
};

}  // namespace

Lead divide_lead(const Document& doc, NodeId collection, const Layout& layout, std::uint32_t part) {
  const Span lead = layout.parts[part].lead;
  const bool root = std::find(doc.roots.begin(), doc.roots.end(), collection) != doc.roots.end();
  if (root && part == 0) return {lead, {lead.end, lead.end}};
  std::uint32_t own = lead.end;
  while (own > lead.begin) {
    const std::uint32_t line = line_before(doc.text, own, lead.begin);
    const std::size_t first = doc.text.find_first_not_of(" \t", line);
    if (first == std::string_view::npos || doc.text[first] != '#') break;
    own = line;
  }
  return {{lead.begin, own}, {own, lead.end}};
}

FlowFrame frame_of(const Document& doc, const Layout& layout) {
  FlowFrame frame;
  const auto& parts = layout.parts;
  for (const Part& part : parts) frame.parts.push_back({part.lead, {part.tail.end, part.tail.end}});
  frame.close = layout.close;
  if (parts.empty()) return frame;
  frame.opening = comment_behind(doc.text, parts.front().lead);
  frame.parts.front().lead.begin = frame.opening.end;
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    frame.parts[i].after = comment_behind(doc.text, parts[i + 1].lead);
    frame.parts[i + 1].lead.begin = frame.parts[i].after.end;
  }
  std::uint32_t at = frame.close.begin;
  while (at < frame.close.end && (doc.text[at] == ' ' || doc.text[at] == '\t' || break_at(doc.text, at))) ++at;
  if (at < frame.close.end && doc.text[at] == ',') {
    frame.last_comma = true;
    frame.close.begin = at + 1;
  }
  frame.parts.back().after = comment_behind(doc.text, frame.close);
  frame.close.begin = frame.parts.back().after.end;
  return frame;
}

bool comments_in(const Document& doc, Span span) {
  const auto at = std::lower_bound(doc.comments.begin(), doc.comments.end(), span.begin,
                                   [](const Comment& c, std::uint32_t begin) { return c.span.begin < begin; });
  return at != doc.comments.end() && at->span.begin < span.end;
}

std::vector<Span> released_spans(const Document& doc, const Plan& plan) { return Released(doc, plan).all(); }

void Emitter::document() {
  std::uint32_t at = 0;
  for (std::size_t n = 0; n < doc_.roots.size(); ++n) {
    out_.copy({at, doc_.root_spans[n].begin});
    root(n);
    at = doc_.root_spans[n].end;
    if (at < doc_.text.size() && plan_.touched[doc_.roots[n]]) out_.begin_line();
  }
  out_.copy({at, static_cast<std::uint32_t>(doc_.text.size())});
  const bool unfinished = !doc_.text.empty() && !doc_.text.ends_with('\n') && !doc_.text.ends_with('\r');
  if (unfinished) out_.drop_last_break();
}

void Emitter::root(std::size_t n) {
  const NodeId node = doc_.roots[n];
  const Span region = doc_.root_spans[n];
  if (!plan_.touched[node]) return out_.copy(region);
  Layout layout;
  if (is_block_collection(doc_, node)) {
    lay_out_root(doc_, n, layout);
    return block(node, layout);
  }
  const Span span = doc_.node(node).span;
  out_.copy({region.begin, span.begin});
  lay_out(doc_, node, span, layout);
  flow(node, layout);
  out_.copy({span.end, region.end});
}

void Emitter::collection(NodeId node, const Layout& layout) {
  if (layout.flow) {
    flow(node, layout);
  } else {
    block(node, layout);
  }
}

}  // namespace matter
