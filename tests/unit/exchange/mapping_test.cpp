#include "exchange/mapping.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/mappings.h"

using namespace matter;
using namespace matter::test;

namespace {

std::string said_of(std::string_view columns) {
  const auto loaded = load_mapping_text(std::string(small_import_head).append(columns));
  CHECK((loaded->mapping == nullptr) == !loaded->findings.found().empty());
  return loaded->said();
}

}  // namespace

TEST_CASE("mapping: a good one is compiled to chains of fields") {
  const auto loaded = load_mapping_text(std::string(small_import_head) +
                                        "      - {column: A, path: code, required: 是, type: varchar(36)}\n"
                                        "      - {column: B, path: materials.name}\n");
  REQUIRE(loaded->mapping != nullptr);
  const MappedTable& table = loaded->mapping->tables[0];
  REQUIRE(table.columns.size() == 2);
  CHECK(to_text(table.columns[1].path) == "materials[].name");
  CHECK(table.columns[0].required);
  CHECK(table.columns[0].length == 36);
  CHECK(loaded->mapping->imports());
  CHECK_FALSE(loaded->mapping->exports());
}

TEST_CASE("mapping: mistakes are findings at their place") {
  CHECK(said_of("      - {column: A, path: limits.legl}\n") == "13:27: a matter has no field 'limits.legl'\n");
  CHECK(said_of("      - {colum: A, path: code}\n") == "13:10: a mapping file has no 'colum' here\n");
  CHECK(said_of("      - {column: A, path: type, codes: nothing}\n") == "13:40: there is no code map 'nothing'\n");
  CHECK(said_of("      - {column: A, path: level, codes: types}\n") ==
        "13:41: '行政许可' of code map 'types' is no value of this column\n"
        "13:41: '公共服务' of code map 'types' is no value of this column\n");
  CHECK(said_of("      - {column: A, path: code}\n      - {column: A, path: name}\n") ==
        "14:18: column 'A' stands twice\n");
  CHECK(said_of("      - {column: A, path: code}\n      - {column: B, path: code}\n") ==
        "14:9: another column goes to 'code' already\n");
  CHECK(said_of("      - {column: A}\n") == "13:18: column 'A' goes nowhere: give path, same_as or keep: 是\n");
  CHECK(said_of("      - {column: A, path: code, function: nonsense}\n") == "13:43: there is no function 'nonsense'\n");
  CHECK(said_of("      - {column: A, path: limits.legal, pattern: \"{days}\"}\n") ==
        "13:50: pattern '{days}' has a placeholder that the field does not know\n");
  CHECK(said_of("      - {column: A, path: code, type: blob}\n") == "13:39: unknown type 'blob'\n");
  CHECK(said_of("      - {column: A, same_as: [Z]}\n") == "13:31: there is no other column 'Z'\n");
  CHECK(said_of("      - {column: A, path: code, same_as: [{column: B, characters: x}]}\n      - {column: B, path: "
                "name}\n") == "13:67: 'x' should be like 20-31\n");
}

TEST_CASE("mapping: the field that may have been meant is named where the path stops being one") {
  const auto hint_of = [](std::string_view path) {
    const auto loaded = load_mapping_text(
        std::string(small_import_head).append("      - {column: A, path: ").append(path).append("}\n"));
    REQUIRE(loaded->findings.found().size() == 1);
    return loaded->findings.found()[0].hint;
  };
  CHECK(hint_of("limits.legl") == "did you mean 'limits.legal'?");
  CHECK(hint_of("\"materials[].necesity\"") == "did you mean 'materials[].necessity'?");
  CHECK(hint_of("name.x").empty());
  CHECK(hint_of("zzzzzzzzzz").empty());
}

TEST_CASE("mapping: columns that repeat each other in a circle are refused") {
  CHECK(said_of("      - {column: A, same_as: [B]}\n      - {column: B, same_as: [A]}\n") ==
        "13:9: column 'A' repeats itself in a circle\n14:9: column 'B' repeats itself in a circle\n");
}

TEST_CASE("mapping: a code stands once in its map") {
  const auto loaded = load_mapping_text(
      "format: 1\nplatform: t\nlabel: T\nmedium: csv\ncodes:\n  a: {是: \"1\", 否: \"1\"}\ntables:\n"
      "  - {table: t, columns: [{column: A, path: name}]}\n");
  CHECK(loaded->said() == "6:18: code '1' stands more than once in this map\n");
}

TEST_CASE("mapping: what cannot be undone says so where both directions are meant") {
  const std::string_view head =
      "format: 1\nplatform: t\nlabel: T\nmedium: csv\ndirection: both\ntables:\n  - table: t\n    columns:\n";
  CHECK(load_mapping_text(std::string(head) + "      - {column: A, path: limits.legal, pattern: \"{amount}\"}\n")
            ->said() == "9:50: the field cannot be made of '{amount}' again: say lossy: 是\n");
  CHECK(load_mapping_text(std::string(head) +
                          "      - {column: A, path: limits.legal, pattern: \"{amount}\", lossy: 是}\n")
            ->mapping != nullptr);
}

TEST_CASE("mapping: a table may take the columns of one above, without some and with others") {
  const auto loaded = load_mapping_text(
      "format: 1\nplatform: t\nlabel: T\nmedium: csv\ndirection: export\ntables:\n"
      "  - {table: a, columns: [{column: X, path: name}, {column: Y, path: code}, {column: Z, path: kind}]}\n"
      "  - {table: b, like: a, without: [Y], columns: [{column: Z, path: status}]}\n");
  REQUIRE(loaded->mapping != nullptr);
  const MappedTable& b = loaded->mapping->tables[1];
  REQUIRE(b.columns.size() == 2);
  CHECK(b.columns[0].name == "X");
  CHECK(to_text(b.columns[1].path) == "status");
}

TEST_CASE("mapping: a table like another is for the same list and says the same, where it does not say otherwise") {
  const auto loaded = load_mapping_text(
      "format: 1\nplatform: t\nlabel: T\nmedium: html\ndirection: export\ntables:\n"
      "  - {table: a, label: A, each: materials, none: N, absent: M, columns: [{path: materials.name, show: title}]}\n"
      "  - {table: b, like: a, page: notice, absent: O}\n"
      "  - {table: c, like: b, label: C, each: fees, without: [材料名称], columns: [{path: fees.name}]}\n");
  REQUIRE_MESSAGE(loaded->mapping != nullptr, loaded->said());
  const MappedTable& b = loaded->mapping->tables[1];
  CHECK(b.label == "A");
  CHECK(to_text(b.each) == "materials");
  CHECK(b.guide.none == "N");
  CHECK(b.guide.absent == "O");
  CHECK(b.guide.notice);
  CHECK_FALSE(loaded->mapping->tables[0].guide.notice);
  const MappedTable& c = loaded->mapping->tables[2];
  CHECK(c.label == "C");
  CHECK(to_text(c.each) == "fees");
  CHECK(c.guide.none == "N");
  CHECK(c.guide.absent == "O");
  CHECK_FALSE(c.guide.notice);
}

TEST_CASE("mapping: an unknown platform names those there are") {
  Sources sources;
  Collector findings(Lang::en);
  CHECK(load_mapping("nowhere", sources, findings) == nullptr);
  REQUIRE(findings.found().size() == 1);
  CHECK(findings.found()[0].hint.find("national-exchange") != std::string::npos);
}

TEST_CASE("mapping: what the platform takes is checked at its place") {
  const auto said = [](std::string_view takes) {
    return load_mapping_text("format: 1\nplatform: t\nlabel: T\nmedium: csv\ndirection: export\ntakes:\n  - " +
                             std::string(takes) + "\ntables:\n  - {table: t, columns: [{column: A, path: name}]}\n")
        ->said();
  };
  CHECK(said("{path: status, not: [草稿]}").empty());
  CHECK(said("{path: status, not: [丢失]}") == "7:26: the field has no value '丢失'\n");
  CHECK(said("{path: statu, not: [草稿]}") == "7:12: a matter has no field 'statu'\n");
  CHECK(said("{path: status}") == "7:5: a line of 'takes' needs a path and one of: given, passed, has, not\n");
  CHECK(said("{path: status, given: 是, has: [在用]}") ==
        "7:5: a line of 'takes' needs a path and one of: given, passed, has, not\n");
  CHECK(said("{path: cancelled, passed: 否}").empty());
  CHECK(said("{path: name, passed: 否}") == "7:12: 'name' is no date\n");
}

TEST_CASE("mapping: 其余 among what is not carried stands for all that no column carries") {
  const auto loaded = load_mapping_text(
      "format: 1\nplatform: t\nlabel: T\nmedium: csv\ndirection: both\nnot_carried: [其余]\ntables:\n"
      "  - {table: t, columns: [{column: I, function: identity}, {column: A, path: name}, {column: B, path: "
      "limits.legal}, "
      "{column: C, path: materials, function: presence}]}\n"
      "  - {table: m, each: materials, columns: [{column: I, function: identity}, {column: D, path: "
      "materials.name}]}\n");
  REQUIRE_MESSAGE(loaded->mapping != nullptr, loaded->said());
  const auto& gone = loaded->mapping->not_carried;
  const auto has = [&](std::string_view path) { return std::find(gone.begin(), gone.end(), path) != gone.end(); };
  CHECK(has("code"));
  CHECK(has("channels"));
  CHECK(has("limits.promised"));
  CHECK(has("materials[].form"));
  for (const std::string_view path : {"name", "limits", "limits.legal", "materials", "materials[].name", "sample"})
    CHECK_FALSE(has(path));
}
