#include "catalog/compact.h"

#include <cstring>

#include "model/field.h"

namespace matter {

namespace {

void keep_texts(const Table& table, void* record, Arena& arena);

/// Items are trivially copyable, so that their bytes are they; then their texts are kept one by one.
void keep_items(const Field& field, AnyList& list, Arena& arena) {
  if (list.count == 0) return;
  void* items = field.make_items(arena, list.count);
  std::memcpy(items, list.data, field.item_size * list.count);
  list.data = items;
  for (std::uint32_t i = 0; i < list.count; ++i) {
    void* item = static_cast<std::byte*>(items) + field.item_size * i;
    if (field.item == Kind::record) {
      keep_texts(*field.table(), item, arena);
    } else {
      auto& scalar = *static_cast<Scalar*>(item);
      scalar.text = arena.keep(scalar.text);
    }
  }
}

void keep_texts(const Table& table, void* record, Arena& arena) {
  for (const Field& field : table.fields) {
    void* at = member(field, record);
    if (is_scalar(field.kind)) {
      auto& scalar = *static_cast<Scalar*>(at);
      scalar.text = arena.keep(scalar.text);
    } else if (field.kind == Kind::record) {
      keep_texts(*field.table(), at, arena);
    } else if (field.kind == Kind::list) {
      keep_items(field, *static_cast<AnyList*>(at), arena);
    } else {
      *static_cast<Extra*>(at) = {};
    }
  }
}

}  // namespace

const Matter* keep_compactly(const Matter& m, Arena& arena) {
  static_assert(std::is_trivially_copyable_v<Matter>);
  Matter* copy = arena.make<Matter>();
  *copy = m;
  copy->problems = {};
  copy->document = nullptr;
  keep_texts(*table_of<Matter>(), copy, arena);
  return copy;
}

}  // namespace matter
