#include "checks/withheld_names.h"

#include <algorithm>

#include "checks/places.h"
#include "model/written_path.h"

namespace matter {

namespace {

bool hides_situations(const FieldPath& path) {
  if (path.fields[0]->key != "situations") return false;
  return path.count == 1 || path.last().list_name;
}

/// Whether the list, or what its items are for, is withheld as well.
bool is_withheld(const Matter& m, std::string_view list) {
  return std::any_of(m.withheld.begin(), m.withheld.end(), [&](const Withheld& one) {
    if (one.mark.none() || one.publicity.is("公开") || !one.field.given()) return false;
    const auto path = resolve_written_path(one.field.text);
    return path && path->fields[0]->key == list && (path->count == 1 || path->last().key == "for");
  });
}

/// The first of a list of materials or conditions that is for a situation.
template <class Item>
NamedElsewhere named_in(const Matter& m, const List<Item>& items, std::string_view list) {
  if (is_withheld(m, list)) return {};
  for (std::uint32_t i = 0; i < items.count; ++i) {
    for (const Text& name : items[i].situations) {
      if (name.given()) return {&name, item_path(list, &items[i], i, "for")};
    }
  }
  return {};
}

}  // namespace

NamedElsewhere withheld_situation_named(const Matter& m, const FieldPath& path) {
  if (!hides_situations(path)) return {};
  NamedElsewhere found = named_in(m, m.materials, "materials");
  if (found.name == nullptr) found = named_in(m, m.conditions, "conditions");
  return found;
}

}  // namespace matter
