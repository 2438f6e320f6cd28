#include "ops/workbook_sides.h"

#include <algorithm>
#include <string_view>

namespace matter {

namespace {

using Kind_ = PlannedChange::Kind;

/// What a path leads through: `materials[申请表].form` is in `materials[申请表]` and in `materials`.
bool is_inside(std::string_view path, std::string_view of) {
  return path.starts_with(of) && (path.size() == of.size() || path[of.size()] == '.' || path[of.size()] == '[');
}

std::string_view list_of(std::string_view path) { return path.substr(0, path.find('[')); }

/// Items of a list came, went or moved.
bool shifts_items(const PlannedChange& change) {
  return change.kind == Kind_::reordered || (change.field.ends_with(']') && change.kind != Kind_::changed);
}

bool meet(const PlannedChange& a, const PlannedChange& b) {
  if (is_inside(a.field, b.field) || is_inside(b.field, a.field)) return true;
  return (shifts_items(a) || shifts_items(b)) && list_of(a.field) == list_of(b.field) &&
         a.field.size() != list_of(a.field).size() && b.field.size() != list_of(b.field).size();
}

bool is_same(const PlannedChange& a, const PlannedChange& b) {
  return a.field == b.field && a.kind == b.kind && a.after == b.after && a.before == b.before;
}

}  // namespace

bool must_ask(const PlannedChange& change) {
  if (change.kind == Kind_::removed) return true;
  constexpr std::string_view bearing[] = {
      "code", "handling_code", "handling_extension", "basic_code", "local_code", "directory_code", "standard"};
  return change.kind == Kind_::changed &&
         std::find(std::begin(bearing), std::end(bearing), change.field) != std::end(bearing);
}

std::vector<PlannedConflict> conflicts_of(const std::vector<PlannedChange>& workbook,
                                          const std::vector<PlannedChange>& catalog) {
  std::vector<PlannedConflict> found;
  for (const PlannedChange& ours : workbook) {
    const bool agreed = std::any_of(catalog.begin(), catalog.end(), [&](const auto& c) { return is_same(ours, c); });
    if (agreed) continue;
    const auto other = std::find_if(catalog.begin(), catalog.end(), [&](const auto& c) { return meet(ours, c); });
    if (other == catalog.end()) continue;
    PlannedConflict& conflict =
        found.emplace_back(PlannedConflict{ours.field, ours.label, ours.before, other->after, ours.after});
    if (other->field == ours.field) continue;
    conflict.other = other->field;
    conflict.other_label = other->label;
  }
  return found;
}

}  // namespace matter
