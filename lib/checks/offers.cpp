#include "checks/offers.h"

#include <algorithm>
#include <optional>

#include "diag/words.h"

namespace matter {

namespace {

/// An entry, and what stands around it.
struct Found {
  NodeId mapping = no_node;
  Entry entry{no_node, no_node};
  NodeId next_key = no_node;
  bool first = false;
};

std::optional<Found> find_entry(const Document& doc, Span key) {
  for (NodeId id = 0; id < doc.nodes.size(); ++id) {
    const Node& node = doc.node(id);
    if (!node.is(NodeKind::mapping) || key.begin < node.span.begin || key.end > node.span.end) continue;
    for (const Entry entry : entries(doc, id)) {
      if (doc.node(entry.key).span == key)
        return Found{id, entry, doc.node(entry.value).next, entry.key == doc.node(id).child};
    }
  }
  return std::nullopt;
}

bool blank(std::string_view text) { return text.find_first_not_of(" \t") == std::string_view::npos; }

/// The lines of an entry that has one line for itself.
std::optional<Span> own_line(const Document& doc, const Found& found) {
  const Span key = doc.node(found.entry.key).span;
  const Span value = doc.node(found.entry.value).span;
  const std::string_view text = doc.text;
  const std::size_t before = text.find_last_of("\r\n", key.begin);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  std::size_t end = std::min(text.find_first_of("\r\n", key.end), text.size());
  const std::size_t value_end = std::max(value.end, key.end);
  if (value_end > end || !blank(text.substr(begin, key.begin - begin)) ||
      !blank(text.substr(value_end, end - value_end)))
    return std::nullopt;
  if (end == text.size()) return std::nullopt;  // the line break before it would have to go
  end += text.substr(end, 2) == "\r\n" ? 2U : 1U;
  return Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// An entry between commas, with one of them.
std::optional<Span> between_commas(const Document& doc, const Found& found) {
  const Span key = doc.node(found.entry.key).span;
  const Span value = doc.node(found.entry.value).span;
  if (found.first) {
    const Span span{key.begin, doc.node(found.next_key).span.begin};
    const std::string_view rest = slice(doc.text, {value.end, span.end});
    return rest.find_first_not_of(", ") == std::string_view::npos ? std::optional(span) : std::nullopt;
  }
  const std::size_t comma = doc.text.find_last_of(',', key.begin);
  if (comma == std::string_view::npos || !blank(doc.text.substr(comma + 1, key.begin - comma - 1))) return std::nullopt;
  return Span{static_cast<std::uint32_t>(comma), value.end};
}

}  // namespace

void offer_removal(Diagnostic& to, Lang lang, const Document& doc, Span key, bool safe) {
  const auto found = find_entry(doc, key);
  if (!found || doc.node(found->mapping).count <= 2) return;
  const bool flow = doc.node(found->mapping).style == NodeStyle::flow;
  const auto span = flow ? between_commas(doc, *found) : own_line(doc, *found);
  if (!span) return;
  to.fix = Fix{say(lang, {"删去 {}", "take {} away"}, slice(doc.text, key)), {{{doc.source, *span}, {}}}, safe};
}

void offer_key(Diagnostic& to, Lang lang, const Document& doc, Span key, const Table& table, std::string_view name,
               bool safe) {
  const auto found = find_entry(doc, key);
  if (!found) return;
  const Field* const field = find_field(table, name);
  for (const Entry entry : entries(doc, found->mapping)) {
    const Node& other = doc.node(entry.key);
    if (other.is(NodeKind::scalar) && find_field(table, other.text()) == field) return;
  }
  const Node& written = doc.node(found->entry.key);
  const std::size_t quotes = written.style == NodeStyle::plain ? 0 : 1;
  if (written.span.size() != written.text().size() + 2 * quotes) return;  // escapes
  const Span inner{key.begin + static_cast<std::uint32_t>(quotes), key.end - static_cast<std::uint32_t>(quotes)};
  to.fix = Fix{say(lang, {"改为 {}", "write {}"}, name), {{{doc.source, inner}, std::string(name)}}, safe};
}

}  // namespace matter
