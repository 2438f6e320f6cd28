#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "model/field.h"
#include "model/matter.h"

namespace matter {

/// A path in English keys as a chain of fields: `limits.promised`, `materials[].name`,
/// `channels.online.url`. Every field but the last is a record or a list of records.
struct FieldPath {
  static constexpr std::size_t most = 6;
  std::array<const Field*, most> fields{};
  std::uint8_t count = 0;

  [[nodiscard]] const Field& last() const { return *fields[count - 1U]; }
  [[nodiscard]] const Field* const* begin() const { return fields.data(); }
  [[nodiscard]] const Field* const* end() const { return fields.data() + count; }
  /// Whether it leads through the items of a list (so that one record may hold several values).
  [[nodiscard]] bool through_list() const;
  friend bool operator==(const FieldPath&, const FieldPath&) = default;
};

/// `[]` after a list is optional. Nothing for what is no path from that table.
[[nodiscard]] std::optional<FieldPath> resolve_path(const Table& first, std::string_view path);
/// Of a matter: resolve_path(*table_of<Matter>(), path).
[[nodiscard]] std::optional<FieldPath> resolve_path(std::string_view path);
/// In canonical form: English keys, `[]` after each list that it leads through.
[[nodiscard]] std::string to_text(const FieldPath& path);

/// Where a visit stands: a chain on the stack, innermost first. `item` is set inside a list.
struct Trail {
  const Trail* outer = nullptr;
  const Field* field = nullptr;
  const void* item = nullptr;
  std::uint32_t index = 0;
};
/// As reports show it: `materials[营业执照].form`.
[[nodiscard]] std::string to_text(const Trail& trail);

namespace detail {
template <class F, class V>
bool call(F& visitor, const Trail& trail, const Field& field, V* value) {
  if constexpr (std::is_same_v<std::invoke_result_t<F&, const Trail&, const Field&, V*>, bool>) {
    return visitor(trail, field, value);
  } else {
    visitor(trail, field, value);
    return true;
  }
}
template <class V>
V* item_at(const Field& field, V* list, std::uint32_t i) {
  using Byte = std::conditional_t<std::is_const_v<V>, const std::byte, std::byte>;
  return static_cast<Byte*>(static_cast<const AnyList*>(list)->data) + field.item_size * i;
}
template <class V, class F>
void visit(const Table& table, V* record, const Trail* outer, F& visitor) {
  for (const Field& field : table.fields) {
    Trail trail{outer, &field, nullptr, 0};
    V* const value = member(field, record);
    if (!call(visitor, trail, field, value)) continue;
    if (field.kind == Kind::record) visit(*field.table(), value, &trail, visitor);
    if (field.kind != Kind::list || field.item != Kind::record) continue;
    const std::uint32_t count = static_cast<const AnyList*>(static_cast<const void*>(value))->count;
    for (trail.index = 0; trail.index < count; ++trail.index) {
      V* const item = item_at(field, value, trail.index);
      trail.item = item;
      visit(*field.table(), item, &trail, visitor);
    }
  }
}
template <class V, class F>
void at_path(const FieldPath& path, std::size_t depth, V* record, const Trail* outer, F& visitor) {
  const Field& field = *path.fields[depth];
  Trail trail{outer, &field, nullptr, 0};
  V* const value = member(field, record);
  if (depth + 1U == path.count) {
    visitor(trail, field, value);
    return;
  }
  if (field.kind == Kind::record) return at_path(path, depth + 1, value, &trail, visitor);
  const std::uint32_t count = static_cast<const AnyList*>(static_cast<const void*>(value))->count;
  for (trail.index = 0; trail.index < count; ++trail.index) {
    V* const item = item_at(field, value, trail.index);
    trail.item = item;
    at_path(path, depth + 1, item, &trail, visitor);
  }
}
}  // namespace detail

/// Every member of the record, depth first in canonical order, absent ones too, without allocation:
/// `visitor(const Trail&, const Field&, const void* member)`. Lists are visited themselves, then the members of
/// their items where these are records (scalar items: item_of). A visitor that returns false is not led
/// into that record or list.
template <class F>
void visit_fields(const Table& table, const void* record, F&& visitor) {
  detail::visit<const void>(table, record, nullptr, visitor);
}
template <class F>
void visit_fields(const Table& table, void* record, F&& visitor) {
  detail::visit<void>(table, record, nullptr, visitor);
}
template <class F>
void visit_fields(const Matter& m, F&& visitor) {
  detail::visit<const void>(*table_of<Matter>(), &m, nullptr, visitor);
}

/// The members at one path: one, or one for each item of the lists it leads through.
template <class F>
void visit_path(const FieldPath& path, const void* record, F&& visitor) {
  if (path.count != 0) detail::at_path<const void>(path, 0, record, nullptr, visitor);
}
template <class F>
void visit_path(const FieldPath& path, void* record, F&& visitor) {
  if (path.count != 0) detail::at_path<void>(path, 0, record, nullptr, visitor);
}

}  // namespace matter
