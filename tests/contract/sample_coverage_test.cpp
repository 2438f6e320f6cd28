#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "checks/profile.h"
#include "checks/rule.h"
#include "model/named.h"
#include "model/path.h"
#include "ops/load.h"
#include "support/shared.h"

using namespace matter;

namespace {

/// What a sample cannot show, and why.
const std::map<std::string, std::string, std::less<>> no_sample_of = {
    {"国家级", "no catalog of the state is among the samples"},
};

bool is_given(const Field& field, const void* member) {
  const Mark& mark = *static_cast<const Mark*>(member);
  if (field.kind == Kind::list && mark.given()) return static_cast<const AnyList*>(member)->count > 0;
  return mark.given() || mark.none();
}

std::string path_of(const Trail& trail) {
  std::string path(trail.field->key);
  if (trail.field->kind == Kind::list) path += "[]";
  for (const Trail* outer = trail.outer; outer != nullptr; outer = outer->outer)
    path = std::string(outer->field->key) + (outer->field->kind == Kind::list ? "[]." : ".") + path;
  return path;
}

struct Samples {
  std::size_t entries = 0, matters = 0;
  std::set<std::string, std::less<>> fields;                     ///< paths that a sample uses
  std::map<std::string, std::set<std::string_view>> values;      ///< of named lists, by id
  std::map<std::string, std::size_t, std::less<>> elements;      ///< profile/element -> standard entries that carry it
  std::map<std::string, std::set<std::string>, std::less<>> by;  ///< level -> agencies
  std::set<std::string_view> rules;                              ///< that one matter has all the values for
};

bool has(const Matter& m, const FieldPath& path) {
  bool found = false;
  visit_path(path, &m,
             [&](const Trail&, const Field& field, const void* member) { found = found || is_given(field, member); });
  return found;
}

bool has_any(const Matter& m, std::string_view alternatives) {
  while (!alternatives.empty()) {
    const std::size_t bar = std::min(alternatives.find('|'), alternatives.size());
    const auto path = resolve_path(alternatives.substr(0, bar));
    if (path && has(m, *path)) return true;
    alternatives.remove_prefix(std::min(bar + 1, alternatives.size()));
  }
  return false;
}

void remember(const Matter& m, Samples& into) {
  const auto value_of = [&into](const Field& field, const void* value) {
    const Named& named = *static_cast<const Named*>(value);
    if (named.given()) into.values[std::string(field.values)].insert(named.name());
  };
  visit_fields(m, [&](const Trail& trail, const Field& field, const void* member) {
    if (!is_given(field, member)) return false;
    into.fields.insert(path_of(trail));
    if (field.kind == Kind::named) value_of(field, member);
    if (field.kind == Kind::list && field.item == Kind::named) {
      const AnyList& list = *static_cast<const AnyList*>(member);
      for (std::uint32_t i = 0; i < list.count; ++i) value_of(field, item_of(field, list, i));
    }
    return true;
  });
  const Family family = family_of(m);
  for (const Rule* rule : all_rules()) {
    if (!rule->families.has(family)) continue;
    if (std::all_of(rule->needs.begin(), rule->needs.end(), [&](std::string_view path) { return has_any(m, path); }))
      into.rules.insert(rule->id);
  }
}

Samples read_samples() {
  Samples samples;
  RunOptions options;
  options.jobs = 1;
  options.today = {2026, 11, 22};
  Sources sources;
  Collector findings(Lang::en);
  std::vector<std::shared_ptr<const Profile>> profiles;
  for (const std::string_view id : known_profiles()) profiles.push_back(find_profile(id, sources, findings));
  const std::vector<std::string> paths = {test::in_repository("catalogs/five-levels").string(),
                                          test::in_repository("catalogs/internal").string()};
  for_each_matter(paths, options, sources, findings, [&](const MatterView& view, const LoadedFile&) {
    const Matter& m = view.matter;
    REQUIRE(m.sample.yes());
    CAPTURE(std::string(m.name.text));
    CHECK(m.name.text.find("示例") != std::string_view::npos);
    remember(m, samples);
    if (!view.standard) {
      ++samples.matters;
      samples.by[std::string(view.context.catalog->config.level.name())].insert(std::string(m.agency.name.text));
      return;
    }
    ++samples.entries;
    for (const auto& profile : profiles)
      for (const Element& element : profile->elements)
        if (std::any_of(element.paths.begin(), element.paths.end(),
                        [&](const FieldPath& path) { return has(m, path); }))
          ++samples.elements[std::string(profile->id) + '/' + std::string(element.id)];
  });
  return samples;
}

const Samples& samples() {
  static const Samples once = read_samples();
  return once;
}

void collect(const Table& table, const std::string& prefix, std::vector<std::string>& paths,
             std::set<std::string_view>& lists) {
  for (const Field& field : table.fields) {
    const std::string path = prefix + std::string(field.key) + (field.kind == Kind::list ? "[]" : "");
    paths.push_back(path);
    if (!field.values.empty()) lists.insert(field.values);
    if (field.table != nullptr) collect(*field.table(), path + '.', paths, lists);
  }
}

}  // namespace

TEST_CASE("sample coverage: forty entries, twelve agencies, children on five levels") {
  CHECK(samples().entries >= 40);
  CHECK(samples().matters >= 80);
  CHECK(samples().by.at("市级").size() >= 12);
  for (const char* level : {"省级", "市级", "县级", "镇(乡、街道)级", "村(社区)级"}) {
    CAPTURE(std::string(level));
    CHECK(samples().by.count(level) == 1);
  }
}

TEST_CASE("sample coverage: every field of the tables is used") {
  std::vector<std::string> paths;
  std::set<std::string_view> lists;
  collect(*table_of<Matter>(), "", paths, lists);
  CHECK(paths.size() > 100);
  for (const std::string& path : paths) CHECK_MESSAGE(samples().fields.count(path) == 1, path, " is in no sample");
}

TEST_CASE("sample coverage: every named value of the closed lists is used") {
  std::vector<std::string> paths;
  std::set<std::string_view> lists;
  collect(*table_of<Matter>(), "", paths, lists);
  for (const std::string_view id : lists) {
    const NamedList* list = named_list(id);
    REQUIRE(list != nullptr);
    CAPTURE(std::string(id));
    CHECK(samples().values.count(std::string(id)) == 1);
    if (list->open) continue;
    for (const NamedValue& value : list->values) {
      if (no_sample_of.count(value.name) != 0) continue;
      CHECK_MESSAGE(samples().values.at(std::string(id)).count(value.name) == 1, value.name, " is in no sample");
    }
  }
}

TEST_CASE("sample coverage: every element of a profile is carried by ten entries") {
  constexpr std::size_t least = 10;
  Sources sources;
  Collector findings(Lang::en);
  for (const std::string_view id : known_profiles()) {
    const auto profile = find_profile(id, sources, findings);
    for (const Element& element : profile->elements) {
      const std::string key = std::string(id) + '/' + std::string(element.id);
      CAPTURE(key);
      const auto found = samples().elements.find(key);
      CHECK(found != samples().elements.end());
      if (found != samples().elements.end()) CHECK(found->second >= least);
    }
  }
}

TEST_CASE("sample coverage: every rule has a sample that it could speak of") {
  for (const Rule* rule : all_rules()) CHECK_MESSAGE(samples().rules.count(rule->id) == 1, rule->id);
}
