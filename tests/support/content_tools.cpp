#include "support/content_tools.h"

#include <algorithm>
#include <stdexcept>

#include "change/match.h"
#include "text/unicode.h"

namespace matter::test {

namespace {

void label_items(const Table& table, const void* record, Content& content) {
  for (Content& part : content.parts) {
    const Field* known = find_field(table, part.key);
    if (known == nullptr) continue;
    const Field& field = *known;
    const void* value = member(field, record);
    if (part.kind == Content::Kind::record && field.kind == Kind::record) label_items(*field.table(), value, part);
    if (part.kind != Content::Kind::list || field.kind != Kind::list) continue;
    const auto& list = *static_cast<const AnyList*>(value);
    const std::vector<std::string> labels = item_labels(field, list);
    for (std::uint32_t i = 0; i < list.count; ++i) {
      part.parts[i].key = labels[i];
      if (field.item == Kind::record) label_items(*field.table(), item_of(field, list, i), part.parts[i]);
    }
  }
}

auto find_part(Content& in, std::string_view key) {
  return std::find_if(in.parts.begin(), in.parts.end(), [&](const Content& part) { return part.key == key; });
}

/// The part that a change stands in, made where it is missing; records in between appear with their first field.
Content& enter(Content& in, std::string_view key, bool record) {
  auto at = find_part(in, key);
  if (at == in.parts.end()) {
    if (!record) throw std::logic_error("no item " + std::string(key));
    Content fresh;
    fresh.kind = Content::Kind::record;
    fresh.key = key;
    at = in.parts.insert(in.parts.end(), std::move(fresh));
  }
  return *at;
}

std::string_view key_of(const PathStep& step) { return step.field == nullptr ? step.key : step.field->key; }

/// Leads to the content that holds what the last step names.
Content& holder(Content& root, const ChangePath& path) {
  Content* at = &root;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const bool last = i + 1 == path.size();
    if (last && path[i].item.empty()) break;
    at = &enter(*at, key_of(path[i]), path[i].item.empty());
    if (!last && !path[i].item.empty()) at = &enter(*at, path[i].item, false);
  }
  return *at;
}

void put(Content& root, const Change& change) {
  Content& in = holder(root, change.path);
  const PathStep& last = change.path.back();
  const std::string key(last.item.empty() ? key_of(last) : std::string_view(last.item));
  const auto at = find_part(in, key);
  if (change.after.value.absent()) {
    if (at == in.parts.end()) throw std::logic_error("nothing to remove at " + english(change.path));
    in.parts.erase(at);
    return;
  }
  Content fresh = change.after.value;
  fresh.key = key;
  if (change.kind != ChangeKind::added) {
    if (at == in.parts.end()) throw std::logic_error("nothing to change at " + english(change.path));
    *at = std::move(fresh);
  } else if (change.position > 0) {
    in.parts.insert(in.parts.begin() + change.position - 1, std::move(fresh));
  } else {
    in.parts.push_back(std::move(fresh));
  }
}

void reorder(Content& root, const Change& change) {
  Content& list = enter(holder(root, change.path), key_of(change.path.back()), true);
  std::vector<Content> sorted;
  for (const Content& label : change.after.value.parts) sorted.push_back(*find_part(list, label.text));
  list.parts = std::move(sorted);
}

std::string meaning(const Table* table, const Field* field, const Content& content, bool licence);

std::string record_meaning(const Table* table, const Content& record, bool licence) {
  std::vector<std::string> parts;
  for (const Content& part : record.parts) {
    const Field* field = table == nullptr ? nullptr : find_field(*table, part.key);
    const bool filler = field != nullptr && (field->none == NoneMeaning::filler ||
                                             (field->none == NoneMeaning::outside_licence && licence));
    if (part.kind == Content::Kind::none && filler) continue;
    const std::string text =
        meaning(field != nullptr && field->table != nullptr ? field->table() : nullptr, field, part, licence);
    if (text != "{}") parts.push_back(part.key + "=" + text);
  }
  std::sort(parts.begin(), parts.end());
  std::string all = "{";
  for (const std::string& part : parts) all += part + ";";
  return all + "}";
}

std::string meaning(const Table* table, const Field* field, const Content& content, bool licence) {
  switch (content.kind) {
    case Content::Kind::absent: return "{}";
    case Content::Kind::none: return "无";
    case Content::Kind::text: return field == nullptr ? content.text : normalised(content.text);
    case Content::Kind::record: return record_meaning(table, content, licence);
    case Content::Kind::list: break;
  }
  std::vector<std::string> items;
  for (const Content& item : content.parts) items.push_back(meaning(table, field, item, licence));
  if (field != nullptr && !field->ordered) std::sort(items.begin(), items.end());
  std::string all = "[";
  for (const std::string& item : items) all += item + ";";
  return all + "]";
}

}  // namespace

Content labelled_content(const Matter& matter) {
  Content content = content_of_record(*table_of<Matter>(), &matter, {matter.problems, matter.document});
  label_items(*table_of<Matter>(), &matter, content);
  return content;
}

Content applied(Content before, const std::vector<Change>& changes) {
  std::vector<const Change*> added;
  for (const Change& change : changes) {
    if (change.kind == ChangeKind::added && change.position > 0) {
      added.push_back(&change);
    } else if (change.kind == ChangeKind::reordered) {
      reorder(before, change);
    } else {
      put(before, change);
    }
  }
  std::stable_sort(added.begin(), added.end(),
                   [](const Change* a, const Change* b) { return a->position < b->position; });
  for (const Change* change : added) put(before, *change);
  return before;
}

std::string meaning_of(const Content& matter, bool licence) {
  return record_meaning(table_of<Matter>(), matter, licence);
}

}  // namespace matter::test
