#include "edit/draft.h"

namespace matter {

namespace {

Draft draft_of_record(const Content& content, const Table& table, KeyLanguage keys) {
  Draft draft;
  draft.kind = NodeKind::mapping;
  for (const Content& part : content.parts) {
    const Field* const field = find_field(table, part.key);
    Draft entry;
    if (field != nullptr) {
      entry = draft_of(part, *field, keys);
      entry.key = name_in(*field, keys);
    } else {
      entry = text_draft(part.text);
      entry.key = part.key;
    }
    draft.parts.push_back(std::move(entry));
  }
  return draft;
}

/// Parts that no table knows: as they are.
Draft draft_as_is(const Content& content) {
  Draft draft;
  draft.key = content.key;
  draft.text = content.text;
  switch (content.kind) {
    case Content::Kind::absent: return draft;
    case Content::Kind::none:
    case Content::Kind::text: draft.kind = NodeKind::scalar; return draft;
    case Content::Kind::record: draft.kind = NodeKind::mapping; break;
    case Content::Kind::list: draft.kind = NodeKind::sequence; break;
  }
  for (const Content& part : content.parts) draft.parts.push_back(draft_as_is(part));
  return draft;
}

Draft of_kind(const Content& content, Kind kind, const Table* table, KeyLanguage keys) {
  if (content.kind == Content::Kind::record && kind == Kind::record) return draft_of_record(content, *table, keys);
  Draft draft = draft_as_is(content);
  draft.key.clear();
  draft.number = kind == Kind::count;
  return draft;
}

}  // namespace

Draft text_draft(std::string text) {
  Draft draft;
  draft.kind = NodeKind::scalar;
  draft.text = std::move(text);
  return draft;
}

Draft draft_of(const Document& doc, NodeId id) {
  const Node& node = doc.node(id);
  Draft draft;
  draft.kind = node.kind;
  draft.style = node.style;
  if (node.is(NodeKind::scalar)) draft.text = node.text();
  if (node.is(NodeKind::mapping)) {
    for (const Entry entry : entries(doc, id)) {
      draft.parts.push_back(draft_of(doc, entry.value));
      draft.parts.back().key = doc.node(entry.key).text();
    }
  } else if (node.is(NodeKind::sequence)) {
    for (const NodeId item : children(doc, id)) draft.parts.push_back(draft_of(doc, item));
  }
  return draft;
}

bool same_tree(const Draft& a, const Draft& b) {
  if (a.kind != b.kind || a.key != b.key || a.text != b.text || a.parts.size() != b.parts.size()) return false;
  for (std::size_t i = 0; i < a.parts.size(); ++i) {
    if (!same_tree(a.parts[i], b.parts[i])) return false;
  }
  return true;
}

bool same_tree(const Document& doc, NodeId id, const Draft& draft) {
  const Node& node = doc.node(id);
  if (node.kind != draft.kind) return false;
  if (node.is(NodeKind::scalar)) return node.text() == draft.text;
  auto part = draft.parts.begin();
  if (node.is(NodeKind::mapping)) {
    for (const Entry entry : entries(doc, id)) {
      if (part == draft.parts.end() || doc.node(entry.key).text() != part->key) return false;
      if (!same_tree(doc, entry.value, *part++)) return false;
    }
  } else if (node.is(NodeKind::sequence)) {
    for (const NodeId item : children(doc, id)) {
      if (part == draft.parts.end() || !same_tree(doc, item, *part++)) return false;
    }
  }
  return part == draft.parts.end() && draft.text.empty();
}

std::string_view name_in(const Field& field, KeyLanguage keys) {
  return keys == KeyLanguage::chinese ? field.label : field.key;
}

Draft draft_of(const Content& content, const Field& field, KeyLanguage keys) {
  if (field.kind == Kind::list && content.kind == Content::Kind::list) {
    Draft draft;
    draft.kind = NodeKind::sequence;
    for (const Content& item : content.parts) draft.parts.push_back(draft_of_item(item, field, keys));
    return draft;
  }
  return of_kind(content, field.kind, field.kind == Kind::record ? field.table() : nullptr, keys);
}

Draft draft_of_item(const Content& content, const Field& list, KeyLanguage keys) {
  const bool record = list.item == Kind::record;
  if (record && content.kind == Content::Kind::record && content.parts.size() == 1) {
    const Field* const main = main_field(*list.table());
    const Content& only = content.parts.front();
    if (main != nullptr && only.key == main->key && only.kind == Content::Kind::text) {
      return of_kind(only, main->kind, nullptr, keys);
    }
  }
  return of_kind(content, list.item, record ? list.table() : nullptr, keys);
}

}  // namespace matter
