#include <map>

#include "edit/field_edit.h"
#include "text/unicode.h"

namespace matter {

namespace {

/// What reports call the items of a list, each by one name.
std::vector<std::string> labels_of(const Field& list, const AnyList& items) {
  std::vector<std::string> labels;
  std::map<std::string, int> seen;
  for (std::uint32_t i = 0; i < items.count; ++i) {
    std::string label = item_label(list, item_of(list, items, i), i);
    const int times = ++seen[label];
    if (times > 1) label.append("#").append(std::to_string(times));
    labels.push_back(std::move(label));
  }
  return labels;
}

class Finder {
 public:
  Finder(const Matter& m, std::string_view path, FieldProblem& problem) : rest_(path), problem_(problem), record_(&m) {}

  FieldTarget run() {
    const Table* table = table_of<Matter>();
    while (table != nullptr) {
      const std::size_t end = rest_.find_first_of(".[");
      const std::string_view key = trimmed(rest_.substr(0, end));
      const Field* const field = find_field(*table, key);
      if (field == nullptr) return failed(FieldProblem::Kind::unknown_field, key, nearest_field(*table, key), nullptr);
      rest_ = end == std::string_view::npos ? std::string_view{} : rest_.substr(end);
      target_.push_back({field});
      const void* const place = record_ == nullptr ? nullptr : member(*field, record_);
      if (rest_.starts_with('[') && !item(*field, place)) return {};
      if (rest_.empty()) return target_;
      if (!rest_.starts_with('.')) return failed(FieldProblem::Kind::nothing_inside, rest_, {}, field);
      rest_.remove_prefix(1);
      if (field->kind == Kind::list && target_.back().item == FieldStep::whole) {
        return failed(FieldProblem::Kind::needs_item, key, {}, field);
      }
      if (field->kind == Kind::record) record_ = place;
      table = field->table != nullptr ? field->table() : nullptr;
      if (table == nullptr) return failed(FieldProblem::Kind::nothing_inside, rest_, {}, field);
    }
    return {};
  }

 private:
  FieldTarget failed(FieldProblem::Kind kind, std::string_view written, std::string_view nearest, const Field* field) {
    problem_ = {kind, std::string(written), std::string(nearest), field};
    return {};
  }

  /// `[label]` behind a list. Labels may hold brackets: they are looked for, not parsed.
  bool item(const Field& field, const void* place) {
    if (field.kind != Kind::list) {
      failed(FieldProblem::Kind::no_list, rest_, {}, &field);
      return false;
    }
    if (rest_.starts_with("[+]")) {
      rest_.remove_prefix(3);
      target_.back().item = FieldStep::appended;
      record_ = nullptr;
      return true;
    }
    static const AnyList nothing;
    const AnyList& items = place == nullptr ? nothing : *static_cast<const AnyList*>(place);
    const std::vector<std::string> labels = labels_of(field, items);
    std::size_t longest = 0;
    for (std::uint32_t i = 0; i < items.count; ++i) {
      const std::string label = "[" + labels[i] + "]";
      if (label.size() > longest && rest_.starts_with(label)) take(field, items, i, longest = label.size());
    }
    const std::size_t close = rest_.find(']');
    if (longest == 0 && close != std::string_view::npos) longest = by_name(field, items, close);
    if (longest > 0) {
      rest_.remove_prefix(longest);
      return true;
    }
    const std::string_view written = rest_.substr(1, close == std::string_view::npos ? close : close - 1);
    failed(FieldProblem::Kind::unknown_item, written, nearest(labels, written), &field);
    return false;
  }

  std::size_t by_name(const Field& field, const AnyList& items, std::size_t close) {
    const std::string name = normalised(rest_.substr(1, close - 1));
    for (std::uint32_t i = 0; i < items.count && !name.empty(); ++i) {
      if (item_identity(field, item_of(field, items, i)) != name) continue;
      take(field, items, i, 0);
      return close + 1;
    }
    return 0;
  }

  void take(const Field& field, const AnyList& items, std::uint32_t i, std::size_t) {
    target_.back().item = i;
    record_ = item_of(field, items, i);
  }

  static std::string nearest(const std::vector<std::string>& labels, std::string_view written) {
    std::string best;
    std::size_t least = 4;
    for (const std::string& label : labels) {
      const std::size_t distance = edit_distance(label, written, least);
      if (distance < least && distance * 2 <= count_characters(label)) {
        least = distance;
        best = label;
      }
    }
    return best;
  }

  std::string_view rest_;
  FieldProblem& problem_;
  const void* record_;
  FieldTarget target_;
};

}  // namespace

FieldTarget find_target(const Matter& m, std::string_view path, FieldProblem& problem) {
  problem = {};
  return Finder(m, path, problem).run();
}

std::string to_text(const FieldTarget& target, const Matter& m) {
  std::string text;
  const void* record = &m;
  for (const FieldStep& step : target) {
    if (!text.empty()) text += '.';
    text += step.field->key;
    const void* const place = record == nullptr ? nullptr : member(*step.field, record);
    record = step.field->kind == Kind::record ? place : nullptr;
    if (step.item == FieldStep::appended) text += "[+]";
    if (step.item >= FieldStep::appended || place == nullptr) continue;
    const auto& items = *static_cast<const AnyList*>(place);
    text.append("[").append(labels_of(*step.field, items).at(step.item)).append("]");
    record = item_of(*step.field, items, step.item);
  }
  return text;
}

}  // namespace matter
