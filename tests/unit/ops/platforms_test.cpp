#include "ops/platforms.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/mappings.h"
#include "support/tree.h"

using namespace matter;
using matter::test::Tree;

namespace {

constexpr std::string_view head = "format: 1\nplatform: t\nlabel: T\nmedium: csv\ndirection: export\n";

bool carries(const PlatformCover& cover, std::string_view path) {
  const auto wanted = resolve_path(path);
  REQUIRE(wanted.has_value());
  const auto at = std::find_if(cover.fields.begin(), cover.fields.end(),
                               [&](const CoveredField& field) { return field.path == *wanted; });
  REQUIRE(at != cover.fields.end());
  return at->carried;
}

std::string names(const std::vector<const NamedValue*>& values) {
  std::string text;
  for (const NamedValue* const value : values) text.append(value->name).append(" ");
  return text;
}

const PlatformRow* row_of(const PlatformList& list, std::string_view name) {
  const auto at =
      std::find_if(list.rows.begin(), list.rows.end(), [&](const PlatformRow& row) { return row.name == name; });
  return at == list.rows.end() ? nullptr : &*at;
}

}  // namespace

TEST_CASE("platforms: a folder without a catalog has those of the program") {
  const Tree tree;
  Sources sources;
  const PlatformList list = list_platforms(tree.path(), Lang::en, sources);
  CHECK(list.rows.size() == known_platforms().size());
  CHECK(list.findings.empty());
  for (const PlatformRow& row : list.rows) {
    CHECK(row.mapping != nullptr);
    CHECK_FALSE(row.used);
  }
}

TEST_CASE("platforms: a catalog says which it uses, and may name mapping files beside it") {
  const Tree tree;
  tree.add("catalog.yaml",
           "format: 1\nimported_from: gd-hall-2021\nplatforms: [json, maps/m.yaml, maps/none.yaml, nowhere]\n");
  tree.add("maps/m.yaml", std::string(head) + "tables: [{table: t, columns: [{column: A, path: name}]}]\n");
  Sources sources;
  const PlatformList list = list_platforms(tree.path(), Lang::en, sources);
  CHECK(row_of(list, "json")->used);
  CHECK(row_of(list, "gd-hall-2021")->used);
  CHECK_FALSE(row_of(list, "csv")->used);
  const PlatformRow* const own = row_of(list, tree.path() + "/maps/m.yaml");
  REQUIRE(own != nullptr);
  CHECK(own->mapping->platform == "t");
  REQUIRE(list.findings.size() == 2);
  CHECK(list.findings[0].message == "there is no mapping file '" + tree.path() + "/maps/none.yaml'");
  CHECK(list.findings[1].message == "there is no platform 'nowhere'");
  CHECK(list.findings[1].at.known());
}

TEST_CASE("platforms: types that the same tables take are covered together, and those that none takes are named") {
  const auto loaded = test::load_mapping_text(
      std::string(head) +
      "tables:\n"
      "  - {table: a, types: [行政许可, 行政给付], columns: [{column: A, path: name}, {column: B, path: "
      "limits.legal}]}\n"
      "  - {table: b, types: [行政许可, 行政给付, 公共服务], columns: [{column: A, path: code}]}\n"
      "  - {table: c, holds: 标准化目录, columns: [{column: A, path: main}]}\n");
  Sources sources;
  const PlatformShown shown = show_platform(loaded->path, Lang::en, sources);
  REQUIRE(shown.mapping != nullptr);
  REQUIRE(shown.covers.size() == 3);
  CHECK(names(shown.covers[0].types) == "行政许可 行政给付 ");
  CHECK(carries(shown.covers[0], "limits.legal"));
  CHECK(carries(shown.covers[0], "code"));
  CHECK_FALSE(carries(shown.covers[0], "limits.promised"));
  CHECK(names(shown.covers[1].types) == "公共服务 ");
  CHECK_FALSE(carries(shown.covers[1], "name"));
  CHECK(shown.covers[2].standard);
  CHECK(shown.covers[2].types.empty());
  CHECK(carries(shown.covers[2], "main"));
  CHECK(names(shown.without_table) == "行政处罚 行政强制 行政征收 行政检查 行政确认 行政奖励 行政裁决 其他行政权力 ");
  CHECK_FALSE(shown.standard_without_table);
  // `sample` is told by file names and the manifest.
  CHECK(shown.covers[0].carried() == 4);
}

TEST_CASE("platforms: what is a whole record is counted by its fields, and the whole model carries all") {
  Sources sources;
  const PlatformShown json = show_platform("json", Lang::en, sources);
  REQUIRE(json.covers.size() == 2);
  CHECK(json.covers[0].carried() == json.covers[0].fields.size());
  for (const CoveredField& field : json.covers[0].fields) CHECK_FALSE(static_cast<bool>(field.path.last().table));
  const PlatformShown hall = show_platform("gd-hall-2021", Lang::en, sources);
  REQUIRE(hall.covers.size() == 1);
  CHECK(carries(hall.covers[0], "contacts.consult"));
  CHECK_FALSE(carries(hall.covers[0], "fees.name"));
}

TEST_CASE("platforms: a check says what is wrong with each file, in order") {
  const Tree tree;
  const std::string good =
      tree.add("a.yaml", std::string(head) + "tables: [{table: t, columns: [{column: A, path: name}]}]\n");
  const std::string bad =
      tree.add("b.yaml", std::string(head) + "tables: [{table: t, columns: [{column: A, path: nmae, type: blob}]}]\n");
  Sources sources;
  const ValidateResult result = check_platforms({good, bad, "csv"}, Lang::en, sources);
  CHECK(result.files == 3);
  CHECK(result.errors == 2);
  REQUIRE(result.findings.size() == 2);
  CHECK(result.findings[0].message == "a matter has no field 'nmae'");
  CHECK(result.findings[1].message == "unknown type 'blob'");
}
