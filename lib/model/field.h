#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

#include "diag/lang.h"
#include "model/family.h"
#include "model/value.h"
#include "text/arena.h"

namespace matter {

enum class Kind : std::uint8_t { text, named, flag, count, limit, date, record, list, extra };

/// What the text of a text field must look like (checked by rules, used by JSON Schema and workbooks).
enum class Format : std::uint8_t {
  none,
  usc,
  basic_code,
  implementing_code,
  handling_code,
  directory_code,
  code,
  standard,
  region,
  phone,
  url,
  file,
  money
};

/// What 无 says in a field.
enum class NoneMeaning : std::uint8_t {
  filler,           ///< nothing: the rule filler-text speaks
  declared,         ///< there is none
  outside_licence,  ///< there is none, except for a 许可
};

struct Table;

/// What the declaration of a field says beyond names and member.
struct Traits {
  std::string_view values;  ///< id of the named list
  Format format = Format::none;
  Families required;  ///< families that cannot do without it
  NoneMeaning none = NoneMeaning::filler;
  std::uint8_t element = 0;  ///< number among the fifteen elements, 0: none of them
  bool list_key = false;     ///< identifies an item of its list, before `list_name`
  bool list_name = false;    ///< identifies it where no key is given (normalised); several: all together
  bool main_text = false;    ///< an item that is just a text is this field
  bool ordered = false;      ///< a list whose order means something
  bool in_standard = false;  ///< a standard entry cannot do without it (up_task_directory NOT NULL)
  std::string_view instead;  ///< key of a field of the same table that meets the demand as well
  bool local = false;        ///< of the office alone: never taken from a standard entry; none in items of lists
  bool internal = false;     ///< 该项不对外公开: never goes to a public platform
};

/// One field of one struct: the only place that knows its names, kind and obligations.
/// Reading, writing, explain, JSON Schema, workbook columns, diff and merge keys are driven by it.
struct Field : Traits {
  std::string_view key;    ///< short English key
  std::string_view label;  ///< official Chinese label, accepted everywhere in its place
  Bilingual help;
  Kind kind = Kind::text;
  Kind item = Kind::text;                                ///< of a list: kind of its items
  const Table* (*table)() = nullptr;                     ///< of a record or a list of records
  std::size_t offset = 0;                                ///< of the member inside its struct
  void* (*make_items)(Arena&, std::uint32_t) = nullptr;  ///< value-initialised items of a list
  std::size_t item_size = 0;
};

/// The fields of one struct, in canonical order.
struct Table {
  std::string_view name;  ///< "material"
  std::span<const Field> fields;
  std::span<const std::uint8_t> index;  ///< by key and label (`make_index`); without one, fields are searched in order
};

/// By English key or Chinese label; null when the table has none.
[[nodiscard]] const Field* find_field(const Table& table, std::string_view written);
/// The nearest known key or label for "did you mean" (in the script of what was written); may be empty.
[[nodiscard]] std::string_view nearest_field(const Table& table, std::string_view written);
/// The field that an item stands for when it is just a text; null when the table has none.
[[nodiscard]] const Field* main_field(const Table& table);

/// The member's address; generic code casts it by `kind`.
[[nodiscard]] inline void* member(const Field& field, void* record) {
  return static_cast<std::byte*>(record) + field.offset;
}
[[nodiscard]] inline const void* member(const Field& field, const void* record) {
  return static_cast<const std::byte*>(record) + field.offset;
}
/// The mark of any member: every value type begins with it.
[[nodiscard]] inline Mark& mark_of(const Field& field, void* record) {
  return *static_cast<Mark*>(member(field, record));
}
[[nodiscard]] inline const Mark& mark_of(const Field& field, const void* record) {
  return *static_cast<const Mark*>(member(field, record));
}
[[nodiscard]] constexpr bool is_scalar(Kind kind) { return kind <= Kind::date; }
/// The member as a scalar; only for scalar kinds.
[[nodiscard]] inline const Scalar& scalar_of(const Field& field, const void* record) {
  return *static_cast<const Scalar*>(member(field, record));
}
/// The member as a list; only for lists.
[[nodiscard]] inline const AnyList& list_of(const Field& field, const void* record) {
  return *static_cast<const AnyList*>(member(field, record));
}
/// Item `i` of a list member: a record of `field.table`, or a scalar of kind `field.item`.
[[nodiscard]] inline const void* item_of(const Field& field, const AnyList& list, std::uint32_t i) {
  return static_cast<const std::byte*>(list.data) + field.item_size * i;
}

namespace detail {
template <class T>
struct MemberOf;
template <class C, class T>
struct MemberOf<T C::*> {
  using Struct = C;
  using Type = T;
};
template <class T>
constexpr Kind kind_of() {
  if constexpr (std::is_same_v<T, Text>)
    return Kind::text;
  else if constexpr (std::is_same_v<T, Named>)
    return Kind::named;
  else if constexpr (std::is_same_v<T, Flag>)
    return Kind::flag;
  else if constexpr (std::is_same_v<T, Count>)
    return Kind::count;
  else if constexpr (std::is_same_v<T, Limit>)
    return Kind::limit;
  else if constexpr (std::is_same_v<T, Date>)
    return Kind::date;
  else if constexpr (std::is_same_v<T, Extra>)
    return Kind::extra;
  else if constexpr (std::is_base_of_v<AnyList, T>)
    return Kind::list;
  else
    return Kind::record;
}
template <class T>
void* make_items(Arena& arena, std::uint32_t n) {
  return arena.make<T>(n);
}
}  // namespace detail

/// Cheap and good enough to spread the keys and labels of one table; the same when compiled and at run time.
constexpr std::uint32_t key_hash(std::string_view key) {
  const auto at = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(key[i])); };
  const std::size_t n = key.size();
  if (n < 2) return n == 0 ? 0 : at(0);
  std::uint32_t h = static_cast<std::uint32_t>(n);
  h = h * 31 + at(0);
  h = h * 31 + at(n > 2 ? 2 : 1);
  h = h * 31 + at(n / 2);
  h = h * 31 + at(n - 2);
  h = h * 31 + at(n - 1);
  return h ^ (h >> 11U);
}

/// Open-addressing index of a table's fields: a slot holds 1 + the field's place, 0 is free.
/// Keys and labels are both in it; made by the compiler, so that a look-up costs no start-up and no lock.
template <std::size_t N>
constexpr auto make_index(const Field (&fields)[N]) {
  static_assert(N < 255);
  std::array<std::uint8_t, std::bit_ceil(N * 4)> slots{};
  const auto put = [&slots](std::string_view name, std::size_t field) {
    std::size_t slot = key_hash(name) % slots.size();
    while (slots[slot] != 0) slot = (slot + 1) % slots.size();
    slots[slot] = static_cast<std::uint8_t>(field + 1);
  };
  for (std::size_t i = 0; i < N; ++i) {
    put(fields[i].key, i);
    put(fields[i].label, i);
  }
  return slots;
}

/// The table of a struct; specialised where its fields are declared.
template <class T>
const Table* table_of();

/// A member and where it stands, so that a walk over a record costs an addition a field and no call. Only `offsetof`
/// tells the place while tables are compiled; our structs have no virtual bases, where every compiler of ours does.
#define MATTER_MEMBER(Struct, member) &Struct::member, offsetof(Struct, member)

/// Declares a field; kind, nested table and access come from the member's type:
/// `field<MATTER_MEMBER(Limits, legal)>("legal", "法定办结时限", {"…", "…"}, {.none = declared, .element = 9})`
template <auto Member, std::size_t Offset>
constexpr Field field(std::string_view key, std::string_view label, Bilingual help, Traits traits = {}) {
  using T = typename detail::MemberOf<decltype(Member)>::Type;
  Field f;
  static_cast<Traits&>(f) = traits;
  f.key = key;
  f.label = label;
  f.help = help;
  f.kind = detail::kind_of<T>();
  f.offset = Offset;
  if constexpr (detail::kind_of<T>() == Kind::record) f.table = &table_of<T>;
  if constexpr (detail::kind_of<T>() == Kind::list) {
    using Item = typename T::Item;
    f.item = detail::kind_of<Item>();
    f.item_size = sizeof(Item);
    f.make_items = &detail::make_items<Item>;
    if constexpr (detail::kind_of<Item>() == Kind::record) f.table = &table_of<Item>;
  }
  return f;
}

}  // namespace matter
