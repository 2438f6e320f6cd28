#include "model/path.h"

namespace matter {

bool FieldPath::through_list() const {
  for (std::size_t i = 0; i + 1 < count; ++i) {
    if (fields[i]->kind == Kind::list) return true;
  }
  return false;
}

std::optional<FieldPath> resolve_path(const Table& first, std::string_view path) {
  FieldPath found;
  const Table* table = &first;
  while (table != nullptr && found.count < FieldPath::most) {
    const std::size_t dot = path.find('.');
    std::string_view key = path.substr(0, dot);
    const bool items = key.ends_with("[]");
    if (items) key.remove_suffix(2);
    const Field* const field = find_field(*table, key);
    if (field == nullptr || field->key != key || (items && field->kind != Kind::list)) return std::nullopt;
    found.fields[found.count++] = field;
    if (dot == std::string_view::npos) return found;
    path.remove_prefix(dot + 1);
    table = field->table != nullptr ? field->table() : nullptr;
  }
  return std::nullopt;
}

std::optional<FieldPath> resolve_path(std::string_view path) { return resolve_path(*table_of<Matter>(), path); }

std::string to_text(const FieldPath& path) {
  std::string text;
  for (const Field* const field : path) {
    if (!text.empty()) text += '.';
    text += field->key;
    if (field->kind == Kind::list && field != &path.last()) text += "[]";
  }
  return text;
}

std::string to_text(const Trail& trail) {
  std::string text = trail.outer != nullptr ? to_text(*trail.outer) + '.' : std::string{};
  text += trail.field->key;
  if (trail.item != nullptr) text.append("[").append(item_label(*trail.field, trail.item, trail.index)).append("]");
  return text;
}

}  // namespace matter
