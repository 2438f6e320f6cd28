#include "style/sense.h"

#include <algorithm>
#include <bitset>

#include "model/canonical.h"

namespace matter {

namespace {

constexpr std::size_t most_fields = 128;

Sense sense_of_value(const Field& field) {
  const bool nested = field.kind == Kind::record || field.kind == Kind::list;
  return {&field, nested && field.table != nullptr ? field.table() : nullptr, field.kind};
}

bool arrange_mapping(const Document& doc, NodeId mapping, const Table* table, std::vector<Arranged>& into) {
  std::bitset<most_fields> seen;
  std::int32_t rank = -1;
  std::int32_t highest = -1;
  bool in_order = true;
  for (const Entry entry : entries(doc, mapping)) {
    Arranged& part = into.emplace_back();
    part.part = static_cast<std::uint32_t>(into.size() - 1);
    part.key = entry.key;
    part.value = entry.value;
    if (table != nullptr) {
      // Most files are in order: the next field is likely.
      const auto next = static_cast<std::size_t>(rank) + 1;
      const std::string_view name = doc.node(entry.key).text();
      part.named = next < table->fields.size() && table->fields[next].key == name ? &table->fields[next]
                                                                                  : find_field(*table, name);
    }
    if (table != nullptr && part.named != nullptr) {
      const auto n = static_cast<std::size_t>(part.named - table->fields.data());
      rank = static_cast<std::int32_t>(n);
      if (n < most_fields && !seen[n]) part.sense = sense_of_value(*part.named);
      if (n < most_fields) seen.set(n);
    }
    part.rank = rank;
    in_order = in_order && rank >= highest;
    highest = std::max(highest, rank);
  }
  if (in_order) return false;
  std::stable_sort(into.begin(), into.end(), [](const Arranged& a, const Arranged& b) { return a.rank < b.rank; });
  return true;
}

}  // namespace

Sense sense_of_record(const Table& table) { return {nullptr, &table, Kind::record}; }

Sense sense_of_root(const Table& table, const Node& root) {
  return {nullptr, &table, root.is(NodeKind::sequence) ? Kind::list : Kind::record};
}

Sense sense_of_item(const Sense& list, const Node& item) {
  if (list.kind != Kind::list) return {};
  if (list.field == nullptr) return item.is(NodeKind::mapping) ? sense_of_record(*list.table) : Sense{};
  if (list.field->item != Kind::record) return {list.field, nullptr, list.field->item};
  if (item.is(NodeKind::mapping)) return {list.field, list.table, Kind::record};
  const Field* const main = item.is(NodeKind::scalar) ? main_field(*list.table) : nullptr;
  if (main == nullptr) return {};
  return {main, nullptr, main->kind};
}

bool arrange(const Document& doc, NodeId collection, const Sense& sense, std::vector<Arranged>& into) {
  into.clear();
  if (doc.node(collection).is(NodeKind::mapping)) {
    return arrange_mapping(doc, collection, sense.kind == Kind::record ? sense.table : nullptr, into);
  }
  for (const NodeId item : children(doc, collection)) {
    Arranged& part = into.emplace_back();
    part.part = static_cast<std::uint32_t>(into.size() - 1);
    part.value = item;
    part.sense = sense_of_item(sense, doc.node(item));
  }
  return false;
}

std::string_view key_name(const Document& doc, const Arranged& part, std::optional<KeyLanguage> keys) {
  if (part.named == nullptr || !keys) return doc.node(part.key).text();
  return name_in(*part.named, *keys);
}

void word(const Document& doc, NodeId scalar, const Sense& sense, Wording& into) {
  const Node& node = doc.node(scalar);
  into.text = node.text();
  into.known = into.number = false;
  into.block_kept = true;
  if (!is_scalar(sense.kind) || node.length == 0) return;
  CanonicalForm form = canonical_form(*sense.field, sense.kind, node.text(), doc.vocabulary);
  into.known = form.understood;
  into.number = form.understood && sense.kind == Kind::count && node.text() != "无";
  into.block_kept = sense.kind == Kind::text || !form.understood;
  if (!form.other) return;
  into.made = std::move(*form.other);
  into.text = into.made;
}

}  // namespace matter
