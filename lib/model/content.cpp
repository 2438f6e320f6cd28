#include "model/content.h"

#include <algorithm>

#include "model/values.h"
#include "text/unicode.h"

namespace matter {

namespace {

Content of_state(Content::Kind kind, std::string text = {}) {
  Content content;
  content.kind = kind;
  content.text = std::move(text);
  return content;
}

Content content_of_scalar(Kind kind, const Scalar& scalar) {
  if (scalar.absent()) return {};
  if (scalar.none()) return of_state(Content::Kind::none, "无");
  return text_content(scalar_text(kind, scalar));
}

Content content_of_list(const Field& field, const AnyList& list, const UnknownFields& unknown) {
  Content content = of_state(Content::Kind::list);
  content.parts.reserve(list.count);
  for (std::uint32_t i = 0; i < list.count; ++i)
    content.parts.push_back(content_of_item(field, item_of(field, list, i), unknown));
  return content;
}

Content content_of_mapping(const Document& document, NodeId node) {
  Content content = of_state(Content::Kind::record);
  for (const Entry entry : entries(document, node)) {
    Content part = content_of_node(document, entry.value);
    part.key = document.node(entry.key).text();
    content.parts.push_back(std::move(part));
  }
  return content;
}

}  // namespace

const Content* Content::part(std::string_view name) const {
  const auto found = std::find_if(parts.begin(), parts.end(), [&](const Content& c) { return c.key == name; });
  return found == parts.end() ? nullptr : &*found;
}

std::vector<UnknownFields::Entry> UnknownFields::of(const Table& table, const void* record) const {
  std::vector<Entry> found;
  const Mark& mark = *static_cast<const Mark*>(record);
  for (const Problem& problem : problems) {
    const bool twice = problem.kind == ProblemKind::twice;
    if (!twice && problem.kind != ProblemKind::unknown_field) continue;
    // The table tells the records that lie inside each other apart, the place those that lie side by side.
    if (problem.table != &table || problem.at.source != mark.source || problem.node == no_node) continue;
    if (problem.at.span.begin < mark.value.begin || problem.at.span.end > mark.value.end) continue;
    std::string key(problem.written);
    found.push_back({twice ? key.append("#2") : std::move(key), problem.node, problem.at});
  }
  std::stable_sort(found.begin(), found.end(), [](const Entry& a, const Entry& b) { return a.key < b.key; });
  return found;
}

Content text_content(std::string text) { return of_state(Content::Kind::text, std::move(text)); }

std::string scalar_text(Kind kind, const Scalar& scalar) {
  if (scalar.none()) return "无";
  if (!scalar.given()) return std::string(trimmed(scalar.text));
  switch (kind) {
    case Kind::named: {
      const auto& named = static_cast<const Named&>(scalar);
      return std::string(named.value != nullptr ? named.name() : trimmed(scalar.text));
    }
    case Kind::flag: return static_cast<const Flag&>(scalar).value ? "是" : "否";
    case Kind::count: return std::to_string(static_cast<const Count&>(scalar).value);
    case Kind::limit: return to_text(static_cast<const Limit&>(scalar).amount, static_cast<const Limit&>(scalar).unit);
    case Kind::date: {
      const auto& date = static_cast<const Date&>(scalar);
      return to_text(DateValue{date.year, date.month, date.day});
    }
    default: return std::string(trimmed(scalar.text));
  }
}

Content content_of(const Field& field, const void* member, const UnknownFields& unknown) {
  const Mark& mark = *static_cast<const Mark*>(member);
  if (is_scalar(field.kind)) return content_of_scalar(field.kind, *static_cast<const Scalar*>(member));
  if (mark.none()) return of_state(Content::Kind::none, "无");
  if (!mark.given()) return {};
  if (field.kind == Kind::record) return content_of_record(*field.table(), member, unknown);
  if (field.kind == Kind::list) return content_of_list(field, *static_cast<const AnyList*>(member), unknown);
  const auto& extra = *static_cast<const Extra*>(member);
  return extra.document == nullptr ? Content{} : content_of_node(*extra.document, extra.node);
}

Content content_of_record(const Table& table, const void* record, const UnknownFields& unknown) {
  Content content = of_state(Content::Kind::record);
  for (const Field& field : table.fields) {
    Content part = content_of(field, member(field, record), unknown);
    if (part.absent()) continue;
    part.key = field.key;
    content.parts.push_back(std::move(part));
  }
  for (UnknownFields::Entry& entry : unknown.of(table, record)) {
    Content part = content_of_node(*unknown.document, entry.value);
    part.key = std::move(entry.key);
    content.parts.push_back(std::move(part));
  }
  return content;
}

Content content_of_item(const Field& list, const void* item, const UnknownFields& unknown) {
  if (list.item == Kind::record) {
    if (static_cast<const Mark*>(item)->none()) return of_state(Content::Kind::none, "无");
    return content_of_record(*list.table(), item, unknown);
  }
  return content_of_scalar(list.item, *static_cast<const Scalar*>(item));
}

Content content_of_node(const Document& document, NodeId node) {
  const Node& n = document.node(node);
  switch (n.kind) {
    case NodeKind::null: return {};
    case NodeKind::scalar: return text_content(std::string(n.text()));
    case NodeKind::mapping: return content_of_mapping(document, node);
    case NodeKind::sequence: break;
  }
  Content content = of_state(Content::Kind::list);
  for (const NodeId child : children(document, node)) content.parts.push_back(content_of_node(document, child));
  return content;
}

}  // namespace matter
