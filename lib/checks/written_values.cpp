#include "checks/written_values.h"

namespace matter {

namespace {
/// More than most matters say.
constexpr std::size_t usual_values = 256;
}  // namespace

WrittenValues::WrittenValues(const Matter& m) : source_(m.mark.source) {
  values_.reserve(usual_values);
  members(*table_of<Matter>(), &m, nullptr);
}

const Trail& WrittenValues::keep(const Trail& trail) {
  Trail& kept = *trails_.make<Trail>();
  kept = trail;
  return kept;
}

void WrittenValues::members(const Table& table, const void* record, const Trail* outer) {
  for (const Field& field : table.fields) {
    const void* const value = member(field, record);
    const Mark& mark = *static_cast<const Mark*>(value);
    if (mark.absent()) continue;
    const bool own = mark.source == source_;
    const bool holds = mark.given() && !is_scalar(field.kind);
    if (!own && !holds) continue;
    const Trail& at = keep({outer, &field, nullptr, 0});
    if (own) values_.push_back({&at, value, field.kind, false});
    if (!holds) continue;
    if (field.kind == Kind::record) members(*field.table(), value, &at);
    if (field.kind == Kind::list) list(field, value, at);
  }
}

void WrittenValues::list(const Field& field, const void* value, const Trail& at) {
  const AnyList& items = *static_cast<const AnyList*>(value);
  for (std::uint32_t i = 0; i < items.count; ++i) {
    const void* const item = item_of(field, items, i);
    if (field.item == Kind::record) {
      members(*field.table(), item, &keep({at.outer, &field, item, i}));
    } else if (const Mark& mark = *static_cast<const Mark*>(item); !mark.absent() && mark.source == source_) {
      values_.push_back({&at, item, field.item, true});
    }
  }
}

}  // namespace matter
