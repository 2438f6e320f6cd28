#include "ops/entry_changes.h"

#include <algorithm>

#include "checks/element_places.h"
#include "checks/kept.h"
#include "model/content.h"

namespace matter {

namespace {

/// The record that a path's last field is a member of; paths do not lead through lists.
const void* holder(const Matter& m, const FieldPath& path) {
  const void* record = &m;
  for (std::size_t i = 0; i + 1 < path.count; ++i) record = member(*path.fields[i], record);
  return record;
}

/// A value that only one of the entries says is nothing that can be compared, but a change.
void add_silent(const Element& element, const Matter& older, const Matter& newer, std::vector<Difference>& values) {
  for (const FieldPath& path : element.paths) {
    if (path.through_list()) continue;
    const Field& field = path.last();
    const void* const before = holder(older, path);
    const void* const after = holder(newer, path);
    const Mark& was = mark_of(field, before);
    const Mark& is = mark_of(field, after);
    const std::string called = to_text(path);
    const bool known = std::any_of(values.begin(), values.end(), [&](const Difference& d) { return d.path == called; });
    if (was.absent() == is.absent() || known) continue;
    Difference& d = values.emplace_back();
    d.kind = was.absent() ? Difference::Kind::extra : Difference::Kind::missing;
    d.single = element.paths.size() == 1;
    d.path = called;
    d.label = field.label;
    d.own = is.absent() ? std::string() : text_of(field, after);
    d.other = was.absent() ? std::string() : text_of(field, before);
    d.at = place_of_value(newer, field, is);
    d.other_at = place_of_value(older, field, was);
  }
}

/// A set that lost some members and won others is one change.
void join_twins(std::vector<Difference>& values) {
  const auto same = [](const Difference& a, const Difference& b) {
    return a.path == b.path && a.own == b.own && a.other == b.other && a.whole == b.whole;
  };
  std::vector<Difference> kept;
  for (Difference& d : values) {
    if (std::none_of(kept.begin(), kept.end(), [&](const Difference& other) { return same(d, other); }))
      kept.push_back(std::move(d));
  }
  values = std::move(kept);
}

/// Fields that every version has of its own.
bool of_the_version(const Field& field) {
  return field.local || field.key == "version" || field.key == "effective" || field.key == "cancelled" ||
         field.key == "status" || field.key == "sample";
}

bool told(const Field& field, const std::vector<ElementChange>& elements) {
  return std::any_of(elements.begin(), elements.end(), [&](const ElementChange& one) {
    return std::any_of(one.element->paths.begin(), one.element->paths.end(),
                       [&](const FieldPath& path) { return path.fields[0] == &field; });
  });
}

}  // namespace

bool writes(const Matter& m, const FieldPath& path) {
  bool own = false;
  visit_path(path, &m, [&](const Trail&, const Field& field, const void* value) {
    const Mark& mark = *static_cast<const Mark*>(value);
    if (field.kind != Kind::record || mark.none()) {
      own |= !mark.absent() && mark.source == m.mark.source;
      return;
    }
    visit_fields(*field.table(), value, [&](const Trail&, const Field& inner, const void* part) {
      const Mark& of = *static_cast<const Mark*>(part);
      own |= inner.kind != Kind::record && !inner.local && !of.absent() && of.source == m.mark.source;
    });
  });
  return own;
}

EntryChanges changes_between(const Matter& older, const Matter& newer, std::shared_ptr<const Profile> profile) {
  EntryChanges changes;
  for (const Element& element : profile->elements) {
    if (print_of(element, older) == print_of(element, newer)) continue;
    ElementResult result = compare_element(element, newer, older);
    add_silent(element, older, newer, result.differences);
    join_twins(result.differences);
    if (!result.differences.empty()) changes.elements.push_back({&element, std::move(result.differences)});
  }
  for (const Field& field : table_of<Matter>()->fields) {
    if (of_the_version(field) || told(field, changes.elements)) continue;
    if (content_of(field, member(field, &older)) != content_of(field, member(field, &newer)))
      changes.others.push_back(&field);
  }
  changes.profile = std::move(profile);
  return changes;
}

std::vector<OwnElement> own_elements(const EntryChanges& changes, const Matter& written, const Matter& newer,
                                     std::string_view level) {
  Matter later = written;
  make_effective(later, &newer);
  std::vector<OwnElement> own;
  for (const ElementChange& change : changes.elements) {
    OwnElement& one = own.emplace_back();
    const Element& element = *change.element;
    one.applies = element.applies(level);
    one.written = std::any_of(element.paths.begin(), element.paths.end(),
                              [&](const FieldPath& path) { return writes(written, path); });
    one.reason = kept_reason(element, written);
    if (one.written && one.applies) one.result = compare_element(element, later, newer);
  }
  return own;
}

}  // namespace matter
