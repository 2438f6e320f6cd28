#include "model/written_path.h"

#include "text/unicode.h"

namespace matter {

namespace {

/// Walks the steps of a path; `missing(table, step)` gives the field for a step that is none, or null to give up.
template <class Missing, class Step>
bool walk(std::string_view path, Missing missing, Step each) {
  const Table* table = table_of<Matter>();
  for (std::size_t depth = 0; table != nullptr && depth < FieldPath::most; ++depth) {
    const std::size_t dot = path.find('.');
    std::string_view step = trimmed(path.substr(0, dot));
    const bool items = step.ends_with("[]");
    if (items) step.remove_suffix(2);
    const Field* field = find_field(*table, step);
    if (field == nullptr) field = missing(*table, step);
    if (field == nullptr || (items && field->kind != Kind::list)) return false;
    each(*field, step);
    if (dot == std::string_view::npos) return true;
    path.remove_prefix(dot + 1);
    table = field->table != nullptr ? field->table() : nullptr;
  }
  return false;
}

}  // namespace

std::optional<FieldPath> resolve_written_path(std::string_view path) {
  FieldPath found;
  const bool good = walk(
      path, [](const Table&, std::string_view) -> const Field* { return nullptr; },
      [&](const Field& field, std::string_view) { found.fields[found.count++] = &field; });
  return good ? std::optional(found) : std::nullopt;
}

std::string nearest_written_path(std::string_view path) {
  std::string near;
  std::string_view meant;
  const bool good = walk(
      path,
      [&](const Table& table, std::string_view step) -> const Field* {
        meant = nearest_field(table, step);
        return meant.empty() ? nullptr : find_field(table, meant);
      },
      [&](const Field&, std::string_view step) {
        if (!near.empty()) near += '.';
        near += meant.empty() ? step : meant;
        meant = {};
      });
  return good ? near : std::string();
}

}  // namespace matter
