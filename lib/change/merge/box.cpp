#include "change/merge/box.h"

#include <algorithm>

#include "change/same.h"

namespace matter::merge {

namespace {

/// Where a table's record keeps its items, for a list that the node really is.
bool items_known(const Ref& ref) {
  if (ref.field == nullptr || ref.item || ref.field->kind != Kind::list || ref.member == nullptr) return false;
  const auto& list = *static_cast<const AnyList*>(ref.member);
  return list.given() && list.count == ref.tree().count;
}

const Matter* matter_at(const Version& in, NodeId node) {
  for (std::size_t i = 0; i < in.nodes.size(); ++i) {
    if (in.nodes[i] == node) return &in.matter(i);
  }
  return nullptr;
}

/// Before anybody looks into a value.
void need(const Ref& ref) {
  if (ref.matter == nullptr) return;
  if (ref.field == nullptr) {
    if (ref.matter->node == ref.node) ref.in->need(*ref.matter);
  } else if (!ref.item && ref.member != nullptr) {
    ref.in->need(*ref.matter, ref.member);
  }
}

/// What a mapping is read as.
void find_table(Box& box) {
  const Ref& ref = box.ref;
  if (ref.field == nullptr) {
    if (ref.matter == nullptr || ref.matter->node != ref.node) return;
    box.table = table_of<Matter>();
    box.record = ref.matter;
    return;
  }
  const Kind kind = ref.item ? ref.field->item : ref.field->kind;
  if (kind != Kind::record || ref.member == nullptr) return;
  box.table = ref.field->table();
  box.record = ref.member;
}

/// Of every part once: boxes are asked again and again.
void find_fields(Box& box) {
  if (box.table == nullptr) return;
  box.fields.reserve(box.layout.parts.size());
  for (const Part& part : box.layout.parts) {
    const bool keyed = part.key != no_node;
    box.fields.push_back(keyed ? find_field(*box.table, box.ref.in->doc.node(part.key).text()) : nullptr);
  }
}

bool same_contents(const Content& a, const Content& b) {
  if (a.kind != b.kind || a.key != b.key || a.parts.size() != b.parts.size()) return false;
  if (a.text != b.text && !same_words(a.text, b.text)) return false;
  if (a.kind == Content::Kind::record) {
    // Of what no table knows, keys stand as they were written: in what order says nothing.
    return std::all_of(a.parts.begin(), a.parts.end(), [&](const Content& part) {
      const Content* const other = b.part(part.key);
      return other != nullptr && same_contents(part, *other);
    });
  }
  for (std::size_t i = 0; i < a.parts.size(); ++i) {
    if (!same_contents(a.parts[i], b.parts[i])) return false;
  }
  return true;
}

}  // namespace

Content content(const Ref& ref) {
  if (!ref.present()) return {};
  need(ref);
  UnknownFields unknown;
  if (ref.matter != nullptr) unknown = {ref.matter->problems, &ref.in->doc};
  if (ref.field == nullptr || ref.member == nullptr) {
    if (ref.matter != nullptr && ref.matter->node == ref.node && ref.tree().is(NodeKind::mapping))
      return content_of_record(*table_of<Matter>(), ref.matter, unknown);
    return content_of_node(ref.in->doc, ref.node);
  }
  return ref.item ? content_of_item(*ref.field, ref.member, unknown) : content_of(*ref.field, ref.member, unknown);
}

bool same_meaning(const Ref& a, const Ref& b) {
  if (!a.present() || !b.present()) return a.present() == b.present();
  return same_contents(content(a), content(b));
}

namespace {

/// Nothing but the value is known; false where it is no collection.
bool begin(const Ref& ref, Box& into) {
  into.ref = ref;
  into.layout.parts.clear();
  into.table = nullptr;
  into.record = nullptr;
  into.fields.clear();
  into.list = false;
  return ref.present() && (ref.tree().is(NodeKind::mapping) || ref.tree().is(NodeKind::sequence));
}

void find_model(Box& box) {
  if (box.ref.field != nullptr) need(box.ref);
  if (box.ref.tree().is(NodeKind::mapping)) {
    find_table(box);
    find_fields(box);
  } else {
    box.list = items_known(box.ref);
  }
}

}  // namespace

void open(const Ref& ref, Box& into) {
  if (!begin(ref, into)) return;
  lay_out(ref.in->doc, ref.node, ref.span, into.layout);
  find_model(into);
}

void open_root(const Ref& ref, std::uint32_t n, Box& into) {
  const bool collection = begin(ref, into);
  if (ref.present()) into.layout = ref.in->root_layout(n);
  if (collection) find_model(into);
}

Ref Box::value(std::uint32_t part) const {
  const Part& p = layout.parts[part];
  Ref value;
  value.in = ref.in;
  value.node = p.node;
  value.span = p.value;
  value.body = p.body();
  value.all = p.all();
  value.matter = ref.matter;
  if (table != nullptr) {
    value.field = field(part);
    if (value.field != nullptr) value.member = member(*value.field, record);
    // A field that stands a second time is not what the record holds.
    if (value.field != nullptr && mark_of(*value.field, record).key != ref.in->doc.node(p.key).span) {
      value.field = nullptr;
      value.member = nullptr;
    }
  } else if (list) {
    value.field = ref.field;
    value.member = item_of(*ref.field, *static_cast<const AnyList*>(ref.member), part);
    value.item = true;
  } else if (value.matter == nullptr) {
    value.matter = matter_at(*ref.in, p.node);
  }
  return value;
}

std::string_view Box::key(std::uint32_t part) const {
  const NodeId key_node = layout.parts[part].key;
  return key_node == no_node ? std::string_view{} : ref.in->doc.node(key_node).text();
}

std::string matter_label(const Matter* matter) {
  if (matter == nullptr) return {};
  const std::string_view id = identity(*matter);
  return id.empty() ? display_name(*matter) : std::string(id);
}

}  // namespace matter::merge
