#include "ops/show_values.h"

#include <algorithm>

#include "model/content.h"
#include "model/path.h"

namespace matter {

namespace {

class Values {
 public:
  explicit Values(const Matter& m) : m_(m) {}

  std::vector<ShownValue> take() {
    visit_fields(m_, [&](const Trail& trail, const Field& field, const void* value) { met(trail, field, value); });
    const std::size_t known = found_.size();
    for (const Problem& problem : m_.problems) {
      if (problem.kind != ProblemKind::unknown_field && problem.kind != ProblemKind::twice) continue;
      found_.push_back({std::string(problem.path), {}, text_at(problem.node), problem.at, false, false});
    }
    std::stable_sort(found_.begin() + static_cast<std::ptrdiff_t>(known), found_.end(),
                     [](const ShownValue& a, const ShownValue& b) { return a.field < b.field; });
    return std::move(found_);
  }

 private:
  void met(const Trail& trail, const Field& field, const void* value) {
    const Mark& mark = *static_cast<const Mark*>(value);
    if (mark.absent()) return;
    if (is_scalar(field.kind)) {
      return add(to_text(trail), field, scalar_text(field.kind, *static_cast<const Scalar*>(value)), mark);
    }
    if (!mark.given()) return add(to_text(trail), field, mark.none() ? "无" : written_at(mark), mark);
    if (field.kind == Kind::extra) return add(to_text(trail), field, {}, mark);
    if (field.kind != Kind::list) return;
    add(to_text(trail), field, {}, mark);
    found_.back().list = true;
    items(trail, field, *static_cast<const AnyList*>(value));
  }

  /// Items that are texts, and records that were not understood; the members of the others are visited.
  void items(const Trail& trail, const Field& field, const AnyList& list) {
    const std::string path = to_text(trail);
    for (std::uint32_t i = 0; i < list.count; ++i) {
      const void* const item = item_of(field, list, i);
      const Mark& mark = *static_cast<const Mark*>(item);
      const bool scalar = is_scalar(field.item);
      if (mark.absent() || (!scalar && mark.given())) continue;
      std::string text = scalar ? scalar_text(field.item, *static_cast<const Scalar*>(item))
                                : std::string(mark.none() ? "无" : written_at(mark));
      add(path + '[' + item_label(field, item, i) + ']', field, std::move(text), mark);
    }
  }

  void add(std::string path, const Field& field, std::string text, const Mark& mark) {
    found_.push_back({std::move(path), std::string(field.label), std::move(text), mark.key_at(),
                      mark.source != m_.mark.source, false});
  }

  [[nodiscard]] std::string written_at(const Mark& mark) const {
    const auto found = std::find_if(m_.problems.begin(), m_.problems.end(),
                                    [&](const Problem& problem) { return problem.at == mark.at(); });
    return found == m_.problems.end() ? std::string{} : std::string(found->written);
  }

  [[nodiscard]] std::string text_at(std::uint32_t node) const {
    if (m_.document == nullptr || node == no_node || !m_.document->node(node).is(NodeKind::scalar)) return {};
    return std::string(m_.document->node(node).text());
  }

  const Matter& m_;
  std::vector<ShownValue> found_;
};

}  // namespace

std::vector<ShownValue> values_of(const Matter& m) { return Values(m).take(); }

}  // namespace matter
