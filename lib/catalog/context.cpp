#include "catalog/catalog.h"
#include "catalog/catalog_data.h"

namespace matter {

namespace {

/// Whether `path` is `outer` or something in it; `[]` after a list says nothing.
bool is_within(std::string_view path, std::string_view outer) {
  for (;;) {
    if (path.starts_with("[]")) path.remove_prefix(2);
    if (outer.starts_with("[]")) outer.remove_prefix(2);
    if (outer.empty()) return path.empty() || path.front() == '.';
    if (path.empty() || path.front() != outer.front()) return false;
    path.remove_prefix(1);
    outer.remove_prefix(1);
  }
}

}  // namespace

std::string_view CatalogContext::not_carried_by(std::string_view path) const {
  if (catalog == nullptr) return {};
  for (const Text& field : catalog->config.not_carried) {
    if (field.given() && !field.text.empty() && is_within(path, field.text)) return field.text;
  }
  return {};
}

const Calendar& CatalogContext::calendar() const {
  const CatalogData* const data = catalog != nullptr ? catalog->data.get() : nullptr;
  return data != nullptr ? data->calendar : Calendar::usual();
}

std::optional<Region> CatalogContext::region(std::string_view code12) const {
  if (catalog != nullptr && catalog->data != nullptr) return catalog->data->region(code12, today);
  return find_region(code12);
}

std::optional<RetiredRegion> CatalogContext::retired_region(std::string_view code12) const {
  if (catalog != nullptr && catalog->data != nullptr) return catalog->data->retired_region(code12, today);
  return find_retired_region(code12);
}

}  // namespace matter
