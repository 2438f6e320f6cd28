#include "edit/emit.h"

namespace matter {

namespace {

bool white_only(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }
bool breaks_first(std::string_view text) {
  const std::size_t at = text.find_first_not_of(" \t");
  return at != std::string_view::npos && (text[at] == '\n' || text[at] == '\r');
}

/// White space before the parts of a flow collection, by their place.
struct Gaps {
  std::string_view first;      ///< before whatever comes first
  std::string_view following;  ///< before the others
};

Gaps gaps_of(std::string_view text, const FlowFrame& frame, bool padded) {
  Gaps gaps{padded ? " " : "", " "};
  if (frame.parts.empty()) return gaps;
  const std::string_view first = slice(text, frame.parts[0].lead);
  gaps.first = white_only(first) ? first : "";
  if (frame.parts.size() > 1 && white_only(slice(text, frame.parts[1].lead))) {
    gaps.following = slice(text, frame.parts[1].lead);
  } else if (white_only(first) && breaks_first(first)) {
    gaps.following = first;
  }
  return gaps;
}

/// Columns that a line inside brackets needs before it: more than what the brackets belong to.
std::size_t indent_inside(std::string_view text, std::uint32_t bracket, std::uint32_t step) {
  std::uint32_t line = bracket;
  while (line > 0 && text[line - 1] != '\n' && text[line - 1] != '\r') --line;
  if (line == 0 && text.starts_with("\xEF\xBB\xBF")) line = 3;
  std::uint32_t at = line;
  while (at < bracket && (text[at] == ' ' || (text[at] == '-' && text[at + 1] == ' '))) ++at;
  return at - line + step;
}

}  // namespace

void Emitter::flow(NodeId node, const Layout& layout) {
  const bool mapping = doc_.node(node).is(NodeKind::mapping);
  const auto slots = plan_.slots_of(doc_, node);
  const FlowFrame frame = frame_of(doc_, layout);
  const bool bare = layout.open.empty() && plan_.slots.contains(node);  // `[a: b]`: a pair without brackets
  const Gaps gaps = gaps_of(doc_.text, frame, mapping && style_.padded && !bare);
  if (bare) out_.add("{");
  out_.copy(layout.open);
  out_.copy(frame.opening);
  if (slots.empty() && !comments_in(doc_, frame.opening) && !comments_in(doc_, frame.close)) {
    return out_.add(mapping ? "}" : "]");
  }
  const std::string indent(indent_inside(doc_.text, layout.region.begin, style_.step), ' ');
  Span after = frame.opening;
  for (const Slot& slot : slots) {
    const bool first = &slot == slots.data();
    const bool is_fresh = slot.part == no_part;
    const Span own = is_fresh ? Span{} : frame.parts[slot.part].lead;
    const bool by_place = is_fresh || (white_only(slice(doc_.text, own)) && first != (slot.part == 0));
    const std::string_view lead = by_place ? (first ? gaps.first : gaps.following) : slice(doc_.text, own);
    if (!after.empty() && !breaks_first(lead)) {
      out_.add(style_.line_break);
      out_.add(indent);
    } else if (by_place) {
      out_.add(lead);
    }
    if (!by_place) out_.copy(own);
    if (is_fresh) {
      Draft draft = slot.fresh;
      if (mapping) out_.add(render_inline(text_draft(draft.key), true, style_) + ": ");
      out_.add(render_inline(draft, true, style_));
    } else {
      flow_value(layout.parts[slot.part]);
    }
    if (&slot != &slots.back() || frame.last_comma) out_.add(",");
    after = is_fresh ? Span{} : frame.parts[slot.part].after;
    out_.copy(after);
  }
  if (!after.empty() && !breaks_first(slice(doc_.text, frame.close)))
    out_.add(std::string(style_.line_break).append(indent));
  out_.copy(frame.close);
  if (bare) out_.add("}");
}

void Emitter::flow_value(const Part& part) {
  const auto planned = plan_.values.find(part.node);
  if (planned == plan_.values.end()) {
    head_of(part, part.head);
    if (plan_.touched[part.node]) {
      Layout inner;
      lay_out(doc_, part.node, part.value, inner);
      flow(part.node, inner);
    } else {
      out_.copy(part.value);
    }
    return out_.copy(part.tail);
  }
  head_of(part, part.head);
  if (part.key != no_node && behind_marker(part, part.head) == part.head.end &&
      !slice(doc_.text, part.head).ends_with(':')) {
    out_.add(":");
  }
  if (part.key != no_node) out_.gap();
  out_.add(render_inline(planned->second, true, style_));
  out_.copy(part.tail);
}

}  // namespace matter
