#include <algorithm>
#include <array>
#include <vector>

#include "catalog/catalog.h"
#include "model/field.h"
#include "model/path.h"

namespace matter {

namespace {

/// What belongs to the office and its matter alone. Paths in English keys.
constexpr std::string_view own_paths[] = {
    "sample",
    "code",
    "handling_code",
    "basic_code",
    "directory_code",
    "parent_code",
    "local_code",
    "local_basic_code",
    "standard",
    "binding",
    "level",
    "status",
    "version",
    "effective",
    "cancelled",
    "agency",
    "power",
    "extra",
    "channels.windows",
    "channels.mail.recipient",
    "channels.mail.phone",
    "channels.mail.address",
    "channels.booking.url",
    "channels.kiosk.device",
    "channels.kiosk.regions",
    "channels.telephone",
    "channels.on_site",
    "channels.agents",
};

const std::vector<const Field*>& own_fields() {
  static const std::vector<const Field*> fields = [] {
    std::vector<const Field*> found;
    for (const std::string_view path : own_paths) {
      if (const auto field = resolve_path(path)) found.push_back(&field->last());
    }
    std::sort(found.begin(), found.end());
    return found;
  }();
  return fields;
}

template <class T>
void assign(void* to, const void* from) {
  *static_cast<T*>(to) = *static_cast<const T*>(from);
}

void copy_value(Kind kind, void* to, const void* from) {
  switch (kind) {
    case Kind::text: return assign<Text>(to, from);
    case Kind::named: return assign<Named>(to, from);
    case Kind::flag: return assign<Flag>(to, from);
    case Kind::count: return assign<Count>(to, from);
    case Kind::limit: return assign<Limit>(to, from);
    case Kind::date: return assign<Date>(to, from);
    case Kind::list: return assign<AnyList>(to, from);
    case Kind::record:
    case Kind::extra: return;
  }
}

void inherit(const Table& table, void* own, const void* base) {
  for (const Field& field : table.fields) {
    const Mark& theirs = mark_of(field, base);
    Mark& mine = mark_of(field, own);
    // An absent record has nothing in it, and what is written (无 and nonsense too) is written.
    if (theirs.absent() || (!mine.absent() && !(field.kind == Kind::record && mine.given()))) continue;
    if (never_inherited(field)) continue;
    if (field.kind != Kind::record) {
      copy_value(field.kind, member(field, own), member(field, base));
      continue;
    }
    if (mine.absent()) mine = theirs;
    inherit(*field.table(), member(field, own), member(field, base));
  }
}

}  // namespace

bool never_inherited(const Field& field) {
  const auto& own = own_fields();
  return std::binary_search(own.begin(), own.end(), &field);
}

void make_effective(Matter& m, const Matter* entry) {
  m.standard_entry = entry;
  if (entry != nullptr) inherit(*table_of<Matter>(), &m, entry);
}

}  // namespace matter
