#include <algorithm>

#include "doc/yaml_writer.h"
#include "edit/emit.h"
#include "text/unicode.h"

namespace matter {

namespace {

bool is_block_scalar(const Node& node) {
  return node.is(NodeKind::scalar) && (node.style == NodeStyle::literal || node.style == NodeStyle::folded);
}

bool has_break(std::string_view text) { return text.find_first_of("\r\n") != std::string_view::npos; }

/// The first line of a tail, its break included.
Span first_line(std::string_view text, Span tail) {
  std::uint32_t at = tail.begin;
  while (at < tail.end && text[at] != '\n' && text[at] != '\r') ++at;
  if (at < tail.end && text[at] == '\r' && at + 1 < tail.end && text[at + 1] == '\n') ++at;
  return {tail.begin, std::min(at + 1, tail.end)};
}

std::uint32_t column_of(std::string_view text, std::uint32_t at) {
  std::uint32_t line = at;
  while (line > 0 && text[line - 1] != '\n' && text[line - 1] != '\r') --line;
  return at - line - (line == 0 && text.starts_with("\xEF\xBB\xBF") ? 3 : 0);
}

/// The comment in the head of a block scalar, with the space before it.
std::string head_comment(const Document& doc, NodeId id) {
  const Node& node = doc.node(id);
  if (!is_block_scalar(node)) return {};
  const std::string_view written = slice(doc.text, node.span);
  const std::string_view head = written.substr(0, written.find_first_of("\r\n"));
  std::size_t at = head.find('#');
  if (at == std::string_view::npos) return {};
  while (at > 0 && (head[at - 1] == ' ' || head[at - 1] == '\t')) --at;
  return std::string(head.substr(at));
}

}  // namespace

std::uint32_t Emitter::behind_marker(const Part& part, Span head) const {
  const char marker = part.key != no_node ? ':' : '-';
  const std::size_t from = part.key != no_node ? doc_.node(part.key).span.end : head.begin;
  const std::size_t at = doc_.text.find(marker, from);
  return at == std::string_view::npos || at >= head.end ? head.end : static_cast<std::uint32_t>(at + 1);
}

void Emitter::head_of(const Part& part, Span head) {
  const auto name = part.key != no_node ? plan_.keys.find(part.key) : plan_.keys.end();
  if (name == plan_.keys.end()) return out_.copy(head);
  const Node& key = doc_.node(part.key);
  out_.copy({head.begin, key.span.begin});
  std::string text;
  if (key.style == NodeStyle::plain) {
    write_yaml_text(name->second, true, text);
  } else {
    write_double_quoted(name->second, text);
  }
  out_.add(text);
  out_.copy({key.span.end, head.end});
}

void Emitter::value(const Layout& layout, const Part& part, Span head) {
  const auto planned = plan_.values.find(part.node);
  if (planned != plan_.values.end()) return replaced(layout, part, head, planned->second);
  if (!plan_.touched[part.node]) {
    head_of(part, head);
    out_.copy(part.value);
    return out_.copy(part.tail);
  }
  const Node& node = doc_.node(part.node);
  const auto slots = plan_.slots_of(doc_, part.node);
  if (node.count == 0 && !comments_in(doc_, node.span)) {
    Draft whole;
    whole.kind = node.kind;
    for (const Slot& slot : slots) whole.parts.push_back(slot.fresh);
    return replaced(layout, part, head, whole);
  }
  Layout inner;
  lay_out(doc_, part.node, part.value, inner);
  if (slots.empty() && !inner.flow) {
    emptied(part, head, inner);
  } else {
    head_of(part, head);
    collection(part.node, inner);
  }
  out_.copy(part.tail);
}

void Emitter::emptied(const Part& part, Span head, const Layout& inner) {
  const std::string_view text = doc_.node(part.node).is(NodeKind::mapping) ? "{}" : "[]";
  if (has_break(slice(doc_.text, head))) {
    const std::uint32_t marker = behind_marker(part, head);
    head_of(part, {head.begin, marker});
    out_.add(std::string(" ").append(text));
    out_.copy({marker, head.end});
  } else {
    head_of(part, head);
    out_.add(text);
    out_.begin_line();
  }
  for (std::uint32_t i = 0; i < inner.parts.size(); ++i) {
    const Lead lead = divide_lead(doc_, part.node, inner, i);
    if (comments_in(doc_, lead.stay)) out_.copy(lead.stay);
  }
  out_.copy(inner.close);
}

Place Emitter::place_of(const Layout& layout, const Part& part, Span head, bool below) const {
  const Node& old = doc_.node(part.node);
  Place place;
  place.column = layout.column;
  place.behind_dash = part.key == no_node;
  const std::string_view line = slice(doc_.text, head);
  const std::size_t last = line.find_last_of("\r\n");
  place.used = display_width(last == std::string_view::npos || below ? line : line.substr(last + 1));
  if (place.behind_dash) {
    const bool beside = !below && head.size() > 0 && line.ends_with(' ');
    place.inside = beside ? column_of(doc_.text, head.end) : layout.column + 2;
  } else {
    place.inside = layout.column + style_.step;
    if (is_block_collection(doc_, part.node)) place.inside = column_of(doc_.text, old.span.begin);
  }
  return place;
}

void Emitter::replaced(const Layout& layout, const Part& part, Span head, const Draft& draft) {
  const bool block_old = is_block_collection(doc_, part.node);
  const bool head_breaks = has_break(slice(doc_.text, head));
  const bool below = block_old && head_breaks;
  const Span line = first_line(doc_.text, part.tail);
  Place place = place_of(layout, part, head, below);
  if (!place.behind_dash && draft.kind == NodeKind::sequence && !below) place.inside = layout.column + style_.dash;
  if (!place.behind_dash && draft.kind != NodeKind::sequence && place.inside <= layout.column) {
    place.inside = layout.column + style_.step;  // the old list stood at the column of its key
  }
  // A value on the line below its key, or with more comments below it, gets no further lines.
  const bool one_line = !block_old && (head_breaks || line.end < part.tail.end);
  Rendered written;
  if (one_line) {
    written.first = draft.kind == NodeKind::null ? "" : render_inline(draft, false, style_);
  } else {
    written = render_value(draft, place, style_);
  }
  const bool moves_down = written.first.empty() && !written.rest.empty();
  if (below || moves_down) {
    const std::uint32_t marker = behind_marker(part, head);
    head_of(part, {head.begin, moves_down && block_old ? head.end : marker});
    if (!written.first.empty()) out_.add(" " + written.first);
    if (below && !moves_down) out_.copy({marker, head.end});
  } else {
    head_of(part, head);
    if (!written.first.empty()) out_.gap();
    out_.add(written.first);
  }
  if (!block_old) {
    out_.add(head_comment(doc_, part.node));
    out_.copy(line);
  }
  if (!written.rest.empty() || block_old) out_.begin_line();
  out_.add(written.rest);
  if (written.open) out_.keep_break(false);
  out_.copy({block_old ? part.tail.begin : line.end, part.tail.end});
}

}  // namespace matter
