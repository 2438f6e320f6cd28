// National exchange: what its tables carry there and back, matter by matter.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "exchange/record_text.h"
#include "ops/load.h"
#include "support/exchange.h"
#include "support/shared.h"

using namespace matter;
using namespace matter::test;

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::string_view platform = "national-exchange";

/// Fields whose values did not arrive as they stand, by matter.
std::set<std::pair<std::string, std::string>> lost_fields(const fs::path& losses) {
  std::set<std::pair<std::string, std::string>> fields;
  const json all = json::parse(file_text(losses));
  for (const json& one : all.at("losses")) {
    const std::string why = one.value("why", "");
    const bool whole = why == "too-long" || why == "formula-like" || why == "required-empty" || why == "no-place";
    if (!whole && one.contains("matter")) fields.emplace(one.value("matter", ""), one.value("field", ""));
  }
  return fields;
}

/// What a column's 无 may be said of: the value, the list it is in, or the record that the mapping names.
void add_nones(const Column& column, std::set<std::string>& nones) {
  nones.insert(to_text(column.path));
  if (column.none_for.count != 0) nones.insert(to_text(column.none_for));
  for (FieldPath path = column.path; path.count > column.inside; --path.count) {
    if (path.last().kind == Kind::list) nones.insert(to_text(path));
  }
}

/// Paths that the tables of such a matter carry there and back: those that are not lossy, and those that a lossy text
/// is taken apart into.
struct BothWaysPaths {
  std::set<std::string> values, nones;  ///< where a value comes back; where 无 does
};
BothWaysPaths both_ways(const Mapping& mapping, const MatterView& view) {
  BothWaysPaths paths;
  for (const MappedTable& table : mapping.tables) {
    const bool of_type = table.types.empty() ||
                         std::find(table.types.begin(), table.types.end(), view.matter.type.value) != table.types.end();
    if (table.standard != view.standard || !of_type) continue;
    for (const Column& column : table.columns) {
      const bool comes_back = column.mapped() && !column.lossy && !column.is(FunctionId::offered);
      if (comes_back) paths.values.insert(to_text(column.path));
      if (column.none && (comes_back || reads_records(column))) add_nones(column, paths.nones);
      if (!reads_records(column)) continue;
      for (const PatternPart& part : column.pattern) {
        if (part.field != nullptr) paths.values.insert(to_text(column.path) + "[]." + std::string(part.field->key));
      }
    }
  }
  return paths;
}

/// What of a tree is at these paths; null where nothing is.
json at_paths(const json& value, const std::string& path, const BothWaysPaths& paths) {
  if (value == "无" ? paths.nones.contains(path) : paths.values.contains(path)) return value;
  json made;
  if (value.is_array()) {
    bool any = false;
    for (const json& item : value) {
      made.push_back(at_paths(item, path + "[]", paths));
      any = any || !made.back().is_null();
    }
    return any ? made : json();
  }
  if (!value.is_object()) return made;
  for (const auto& [key, inner] : value.items()) {
    json found = at_paths(inner, path.empty() ? key : path + "." + key, paths);
    if (!found.is_null()) made[key] = std::move(found);
  }
  return made;
}

/// Whether a text holds the sign that joins it to others: it comes back as two.
bool holds(const json& value, std::string_view separator) {
  if (value.is_string()) return value.get<std::string>().find(separator) != std::string::npos;
  return value.is_structured() &&
         std::any_of(value.begin(), value.end(), [&](const json& one) { return holds(one, separator); });
}

using PathsByMatter = std::map<std::string, std::set<std::string>>;

/// The lists of which one text does.
void find_joined(const json& m, const Mapping& mapping, const BothWaysPaths& paths, std::set<std::string>& joined) {
  for (const MappedTable& table : mapping.tables) {
    for (const Column& column : table.columns) {
      const std::string path = to_text(column.path);
      if (!column.join || !column.mapped() || column.lossy || !paths.values.contains(path)) continue;
      if (holds(at_paths(m, {}, {{path}, {}}), *column.join)) joined.insert(path);
    }
  }
}

/// The matters and entries of a catalog that the platform takes, as far as it carries them there and back. Entries by
/// what the exchange knows them by, and their names, of which several have one code.
std::map<std::string, json> carried(const fs::path& catalog, const Mapping& mapping,
                                    const std::set<std::pair<std::string, std::string>>& lost, PathsByMatter& joined) {
  std::map<std::string, json> all;
  Sources sources;
  Collector findings(Lang::en);
  for_each_matter({catalog.string()}, {}, sources, findings, [&](const MatterView& view, const LoadedFile&) {
    const Matter& m = view.matter;
    if (!view.standard && (m.type.value == nullptr || lost.contains({std::string(view.identity), "type"}))) return;
    if (lost.contains({std::string(view.identity), "publicity"})) return;
    BothWaysPaths paths = both_ways(mapping, view);
    for (const auto& [matter, field] : lost) {
      if (matter == view.identity) paths.values.erase(field);
    }
    const std::string key = view.standard ? std::string(basic_code(m)) + "@" + std::to_string(standard_version(m)) +
                                                std::string(m.name.text) + std::string(m.local_basic_code.text)
                                          : std::string(view.identity);
    json& one = all[key];
    const json whole = json::parse(json_of(m));
    find_joined(whole, mapping, paths, joined[key]);
    for (const std::string& path : joined[key]) paths.values.erase(path);
    one.push_back(at_paths(whole, {}, paths));
    std::sort(one.begin(), one.end());
  });
  return all;
}

}  // namespace

TEST_CASE("families: what the mapping carries both ways comes back as it was, matter by matter, over the samples") {
  const auto mapping = mapping_of(platform);
  const TemporaryFolder folder;
  for (const std::string catalog : {"catalogs/five-levels", "catalogs/internal"}) {
    CAPTURE(catalog);
    const fs::path at = folder.path() / fs::path(catalog).filename();
    const ExportResult out = export_to(in_repository(catalog), platform, at / "out");
    REQUIRE(out.written);
    if (out.exported == 0) continue;
    REQUIRE(import_from(at / "out", platform, at / "in").written);
    const auto lost = lost_fields(at / "out/losses.json");
    PathsByMatter joined;
    const auto before = carried(in_repository(catalog), *mapping, lost, joined);
    const auto after = carried(at / "in", *mapping, lost, joined);
    CHECK(before.size() >= 5);
    CHECK(after.size() == before.size());
    for (const auto& one : before) {
      INFO(one.first);
      const auto again = after.find(one.first);
      REQUIRE(again != after.end());
      CHECK(again->second == one.second);
    }
  }
}
