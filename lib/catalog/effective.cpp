#include "catalog/catalog.h"
#include "model/field.h"

namespace matter {

namespace {

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
    if (field.local) continue;
    if (field.kind != Kind::record) {
      copy_value(field.kind, member(field, own), member(field, base));
      continue;
    }
    if (mine.absent()) mine = theirs;
    inherit(*field.table(), member(field, own), member(field, base));
  }
}

}  // namespace

void make_effective(Matter& m, const Matter* entry) {
  m.standard_entry = entry;
  if (entry != nullptr) inherit(*table_of<Matter>(), &m, entry);
}

}  // namespace matter
