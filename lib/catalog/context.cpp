#include "catalog/catalog.h"

namespace matter {

bool CatalogContext::not_carried(std::string_view path) const {
  if (catalog == nullptr) return false;
  for (const Text& field : catalog->config.not_carried) {
    if (!field.given() || field.text.empty()) continue;
    if (!path.starts_with(field.text)) continue;
    if (path.size() == field.text.size() || path[field.text.size()] == '.') return true;
  }
  return false;
}

}  // namespace matter
