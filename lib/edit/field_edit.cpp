#include "edit/field_edit.h"

#include <algorithm>

namespace matter {

namespace {

using Steps = const FieldStep*;

/// What a field must hold so that `value` stands at the end of the steps behind it.
Content wrapped(Steps step, Steps end, const Content& value) {
  Content inner;
  if (step + 1 == end) {
    inner = value;
  } else {
    inner.kind = Content::Kind::record;
    inner.parts.push_back(wrapped(step + 1, end, value));
    inner.parts.back().key = step[1].field->key;
  }
  if (step->item == FieldStep::whole) return inner;
  Content list;
  list.kind = Content::Kind::list;
  inner.key.clear();
  list.parts.push_back(std::move(inner));
  return list;
}

/// The part of a record for a field, made at its place in the order of the table where it is missing.
Content& part_of(Content& record, const Table& table, const Field& field) {
  if (record.kind != Content::Kind::record) {
    record.kind = Content::Kind::record;
    record.text.clear();
  }
  auto at = record.parts.begin();
  for (; at != record.parts.end(); ++at) {
    if (at->key == field.key) return *at;
    const Field* const there = find_field(table, at->key);
    if (there == nullptr || there > &field) break;
  }
  at = record.parts.insert(at, Content{});
  at->key = field.key;
  return *at;
}

void apply(Content& record, const Table& table, Steps step, Steps end, const Content& value) {
  const bool last = step + 1 == end;
  Content& part = part_of(record, table, *step->field);
  Content* place = &part;
  if (step->item != FieldStep::whole) {
    if (part.kind != Content::Kind::list) {
      part.kind = Content::Kind::list;
      part.text.clear();
    }
    if (step->item == FieldStep::appended) part.parts.emplace_back();
    place = step->item == FieldStep::appended ? &part.parts.back() : &part.parts.at(step->item);
  }
  if (!last) {
    apply(*place, *step->field->table(), step + 1, end, value);
  } else {
    std::string key = std::move(place->key);
    *place = value;
    place->key = std::move(key);
    if (value.absent() && place != &part) part.parts.erase(part.parts.begin() + (place - part.parts.data()));
  }
}

class Applier {
 public:
  Applier(Editor& editor, const Document& doc, const Content& value) : editor_(editor), doc_(doc), value_(value) {}

  void in_record(NodeId mapping, const Table& table, Steps step, Steps end) {
    const KeyLanguage keys = key_language(doc_, mapping, table);
    for (const Entry entry : entries(doc_, mapping)) {
      if (!doc_.node(entry.key).is(NodeKind::scalar)) continue;
      if (find_field(table, doc_.node(entry.key).text()) == step->field) return at(entry.value, keys, step, end);
    }
    if (value_.absent()) return;
    Draft draft = draft_of(wrapped(step, end, value_), *step->field, keys);
    draft.key = name_in(*step->field, keys);
    editor_.insert(mapping, canonical_place(doc_, mapping, table, *step->field), std::move(draft));
  }

 private:
  void at(NodeId node, KeyLanguage keys, Steps step, Steps end) {
    const Node& n = doc_.node(node);
    const bool last = step + 1 == end;
    const Field& field = *step->field;
    if (step->item != FieldStep::whole && n.is(NodeKind::sequence)) return item(node, keys, step, end);
    if (last && value_.absent()) return editor_.remove(node);
    if (!last && n.is(NodeKind::mapping)) return in_record(node, *field.table(), step + 1, end);
    if (!value_.absent()) editor_.set(node, draft_of(wrapped(step, end, value_), field, keys));
  }

  void item(NodeId list, KeyLanguage keys, Steps step, Steps end) {
    const bool last = step + 1 == end;
    const Field& field = *step->field;
    if (step->item == FieldStep::appended) {
      const Content inner = wrapped(step, end, value_).parts.front();
      if (!value_.absent()) editor_.insert(list, doc_.node(list).count, draft_of_item(inner, field, keys));
      return;
    }
    NodeId node = doc_.node(list).child;
    for (std::uint32_t i = step->item; i > 0; --i) node = doc_.node(node).next;
    if (last) return value_.absent() ? editor_.remove(node) : editor_.set(node, draft_of_item(value_, field, keys));
    if (doc_.node(node).is(NodeKind::mapping)) return in_record(node, *field.table(), step + 1, end);
    const Field* const main = main_field(*field.table());
    const Field& inner = *step[1].field;
    if (value_.absent() || main == nullptr) return;
    Content record;
    record.kind = Content::Kind::record;
    if (&inner != main) {
      record.parts.push_back(text_content(std::string(doc_.node(node).text())));
      record.parts.back().key = main->key;
    }
    apply(record, *field.table(), step + 1, end, value_);
    editor_.set(node, draft_of_item(record, field, keys));
  }

  Editor& editor_;
  const Document& doc_;
  const Content& value_;
};

/// Changes a list that is written, item by item.
class ListApplier {
 public:
  ListApplier(Editor& editor, const Document& doc) : editor_(editor), doc_(doc) {}

  void list(NodeId list, const Field& field, KeyLanguage keys, const std::vector<Content>& before,
            const std::vector<Content>& after, const std::vector<std::uint32_t>& from) {
    std::vector<NodeId> nodes;
    for (const NodeId item : children(doc_, list)) nodes.push_back(item);
    std::vector<std::uint32_t> kept;
    for (const std::uint32_t item : from) {
      if (item < nodes.size()) kept.push_back(item);
    }
    for (std::uint32_t i = 0; i < nodes.size(); ++i) {
      if (std::find(kept.begin(), kept.end(), i) == kept.end()) editor_.remove(nodes[i]);
    }
    if (!std::is_sorted(kept.begin(), kept.end())) editor_.reorder(list, kept);
    for (std::size_t i = 0; i < after.size(); ++i) {
      if (from[i] >= nodes.size()) {
        const auto next = std::find_if(from.begin() + static_cast<std::ptrdiff_t>(i), from.end(),
                                       [&](std::uint32_t item) { return item < nodes.size(); });
        const auto place = next == from.end() ? static_cast<std::uint32_t>(nodes.size()) : *next;
        editor_.insert(list, place, draft_of_item(after[i], field, keys));
      } else if (!says_the_same(before[from[i]], after[i])) {
        item(nodes[from[i]], field, keys, before[from[i]], after[i]);
      }
    }
  }

 private:
  void item(NodeId node, const Field& list, KeyLanguage keys, const Content& before, const Content& after) {
    const bool records = before.kind == Content::Kind::record && after.kind == Content::Kind::record;
    if (!records || list.item != Kind::record || !doc_.node(node).is(NodeKind::mapping)) {
      return editor_.set(node, draft_of_item(after, list, keys));
    }
    static const Content nothing;
    const Table& table = *list.table();
    for (const Field& field : table.fields) {
      const Content* const was = before.part(field.key);
      const Content* const is = after.part(field.key);
      if (says_the_same(was != nullptr ? *was : nothing, is != nullptr ? *is : nothing)) continue;
      const FieldStep step{&field};
      Applier(editor_, doc_, is != nullptr ? *is : nothing).in_record(node, table, &step, &step + 1);
    }
  }

  Editor& editor_;
  const Document& doc_;
};

/// Without parts that are absent and records that hold nothing.
Content pruned(const Content& content) {
  Content result = content;
  result.parts.clear();
  for (const Content& part : content.parts) {
    Content kept = pruned(part);
    const bool says_nothing = kept.absent() || (kept.kind == Content::Kind::record && kept.parts.empty());
    if (content.kind == Content::Kind::list || !says_nothing) result.parts.push_back(std::move(kept));
  }
  return result;
}

/// English keys and Chinese labels among the keys of a mapping.
void count_keys(const Document& doc, NodeId mapping, const Table& table, std::size_t& english, std::size_t& chinese) {
  for (const Entry entry : entries(doc, mapping)) {
    if (!doc.node(entry.key).is(NodeKind::scalar)) continue;
    const std::string_view key = doc.node(entry.key).text();
    const Field* const field = find_field(table, key);
    if (field != nullptr && field->key != field->label) ++(field->key == key ? english : chinese);
  }
}

}  // namespace

void edit_field(Editor& editor, const Matter& m, const FieldTarget& target, const Content& value) {
  Applier(editor, editor.document(), value)
      .in_record(m.node, *table_of<Matter>(), target.data(), target.data() + target.size());
}

void edit_list(Editor& editor, const Matter& m, const FieldTarget& target, const Content& value,
               const std::vector<std::uint32_t>& from) {
  const Document& doc = editor.document();
  const Table* table = table_of<Matter>();
  NodeId at = m.node;
  NodeId record = at;
  const void* held = &m;
  for (const FieldStep& step : target) {
    record = at;
    at = no_node;
    for (const Entry entry : entries(doc, record)) {
      const Node& key = doc.node(entry.key);
      if (key.is(NodeKind::scalar) && find_field(*table, key.text()) == step.field) at = entry.value;
    }
    held = member(*step.field, held);
    if (at == no_node || &step == &target.back()) break;
    table = step.field->table();
  }
  const Field& list = *target.back().field;
  const bool there = at != no_node && doc.node(at).is(NodeKind::sequence) && value.kind == Content::Kind::list;
  const Content before = there ? content_of(list, held, {m.problems, m.document}) : Content{};
  if (!there || before.parts.size() != doc.node(at).count) return edit_field(editor, m, target, value);
  ListApplier(editor, doc).list(at, list, key_language(doc, record, *table), before.parts, value.parts, from);
}

void apply_field(Content& matter, const FieldTarget& target, const Content& value) {
  apply(matter, *table_of<Matter>(), target.data(), target.data() + target.size(), value);
}

bool says_the_same(const Content& a, const Content& b) { return a == b || pruned(a) == pruned(b); }

KeyLanguage key_language(const Document& doc, NodeId mapping, const Table& table) {
  std::size_t english = 0;
  std::size_t chinese = 0;
  count_keys(doc, mapping, table, english, chinese);
  if (english == chinese) {
    const Table& outer = *table_of<Matter>();
    for (NodeId id = 0; id < doc.nodes.size(); ++id) {
      if (doc.node(id).is(NodeKind::mapping)) count_keys(doc, id, outer, english, chinese);
    }
  }
  return chinese > english ? KeyLanguage::chinese : KeyLanguage::english;
}

std::uint32_t canonical_place(const Document& doc, NodeId mapping, const Table& table, const Field& field) {
  std::uint32_t place = 0;
  std::uint32_t first_known = no_part;
  const Field* nearest = nullptr;
  std::uint32_t n = 0;
  for (const Entry entry : entries(doc, mapping)) {
    const Field* const there =
        doc.node(entry.key).is(NodeKind::scalar) ? find_field(table, doc.node(entry.key).text()) : nullptr;
    if (there != nullptr && first_known == no_part) first_known = n;
    ++n;
    if (there == nullptr || there > &field || (nearest != nullptr && there < nearest)) continue;
    nearest = there;
    place = n;
  }
  if (nearest != nullptr) return place;
  return first_known != no_part ? first_known : n;
}

}  // namespace matter
