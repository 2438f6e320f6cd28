#include <doctest/doctest.h>

#include <filesystem>

#include "ops/import.h"
#include "support/tree.h"

using namespace matter;
using matter::test::file_text;
using matter::test::Tree;

namespace {

constexpr std::string_view mapping =
    "format: 1\nplatform: t\nlabel: T\nmedium: csv\nspreadsheet: 是\nnone: 无\njoin: ；\nfile_name: \"{code}\"\n"
    "tables:\n  - table: matters\n    columns:\n      - {column: key, function: identity}\n      - {path: code}\n"
    "      - {path: name}\n      - {path: materials, function: presence}\n"
    "  - table: materials\n    each: materials\n    columns:\n      - {column: key, function: identity}\n"
    "      - {column: 次序, function: order}\n      - {path: materials.name}\n      - {path: materials.for}\n";

ImportResult import(const Tree& tree, bool keep_going = false, std::string_view medium = {},
                    std::string_view media = "medium: csv") {
  Sources sources;
  ImportOptions options;
  options.file = tree.path("in");
  std::string text(mapping);
  text.replace(text.find("medium: csv"), std::string_view("medium: csv").size(), media);
  options.from = tree.add("t.yaml", text);
  options.medium = medium;
  options.out = tree.path("out");
  options.keep_going = keep_going;
  options.replace = true;
  return import_catalog(options, {}, sources);
}

}  // namespace

TEST_CASE("import of tables: items go to their matter, in the order that the table says") {
  const Tree tree;
  tree.add("in/matters.csv", "key,实施编码,事项名称,申请材料\n'1,'1,甲,2\n2,b,乙,无\n");
  tree.add("in/materials.csv", "key,次序,材料名称,适用情形\n1,2,丙,\n\n'1,1,丁,个人；单位\n");
  const ImportResult got = import(tree);
  for (const Diagnostic& d : got.findings) FAIL_CHECK(d.message);
  REQUIRE(got.written);
  CHECK(file_text(tree.path("out/1.yaml")) ==
        "name: 甲\ncode: \"1\"\nmaterials:\n  - {name: 丁, for: [个人, 单位]}\n  - 丙\n");
  CHECK(file_text(tree.path("out/b.yaml")) == "name: 乙\ncode: b\nmaterials: 无\n");
}

TEST_CASE("import of tables: rows of no matter, and two matters of one identity, stop it at their place") {
  const Tree tree;
  tree.add("in/matters.csv", "key,实施编码\n1,a\n1,b\n");
  tree.add("in/materials.csv", "key,材料名称\n1,丙\n3,丁\n3,戊\n");
  const ImportResult got = import(tree);
  CHECK_FALSE(got.written);
  CHECK(got.refused == 3);
  REQUIRE(got.findings.size() == 2);
  CHECK(got.findings[0].message == "row 3: the identity '1' is empty or stood above");
  CHECK(got.findings[0].at.span.begin == 21);
  CHECK(got.findings[1].at.span.begin == 23);
  CHECK(import(tree, true).written);
}

TEST_CASE("import of tables: a row that is longer than the heading or never closed is refused") {
  const Tree tree;
  tree.add("in/matters.csv", "key,实施编码\n1,a,x\n2,\"b\n");
  const ImportResult got = import(tree);
  CHECK_FALSE(got.written);
  CHECK(got.refused == 2);
  CHECK(got.findings.size() == 2);
}

TEST_CASE("import of tables: what is said of a list and is not so is told") {
  const Tree tree;
  tree.add("in/matters.csv", "key,实施编码,申请材料\n1,a,2\n2,b,无\n3,c,0\n");
  tree.add("in/materials.csv", "key,材料名称\n2,丙\n");
  const ImportResult got = import(tree);
  REQUIRE(got.written);
  REQUIRE(got.findings.size() == 2);
  CHECK(got.findings[0].severity == Severity::warning);
  CHECK(got.findings[0].message == "row 2: '申请材料' says '2', and there are 0: what is there counts");
  CHECK(got.findings[1].message == "row 3: '申请材料' says '无', and there are 1: what is there counts");
  CHECK(file_text(tree.path("out/b.yaml")) == "code: b\nmaterials:\n  - 丙\n");
  CHECK(file_text(tree.path("out/c.yaml")) == "code: c\nmaterials: []\n");
}

TEST_CASE("import of tables: columns that the mapping does not know are kept, each under its row") {
  const Tree tree;
  tree.add("in/matters.csv", "key,实施编码,旧号\n1,a,7\n");
  tree.add("in/materials.csv", "key,材料名称,颜色\n1,丙,\n1,丁,红\n");
  const ImportResult got = import(tree);
  REQUIRE(got.written);
  CHECK(file_text(tree.path("out/a.yaml")) ==
        "code: a\nmaterials:\n  - 丙\n  - 丁\nextra:\n  旧号: \"7\"\n  materials[2].颜色: 红\n");
}

TEST_CASE("import of tables: the files tell the medium; where there are several, it must be said") {
  const Tree tree;
  const auto imported = [&](std::string_view medium) { return import(tree, false, medium, "media: [csv, jsonl]"); };
  tree.add("in/matters.sample.jsonl", R"({"key":"1","实施编码":"a"})");
  REQUIRE(imported({}).written);
  CHECK(file_text(tree.path("out/a.yaml")) == "code: a\n");
  tree.add("in/matters.csv", "key,实施编码\n2,b\n");
  const ImportResult two = imported({});
  CHECK_FALSE(two.written);
  REQUIRE(two.findings.size() == 1);
  CHECK(two.findings[0].hint == "say with --medium which to read: csv, jsonl");
  REQUIRE(imported("csv").written);
  CHECK(file_text(tree.path("out/b.yaml")) == "code: b\n");
  REQUIRE(imported("jsonl").written);
  CHECK_FALSE(std::filesystem::exists(tree.path("out/b.yaml")));
  const ImportResult none = imported("xlsx");
  REQUIRE(none.findings.size() == 1);
  CHECK(none.findings[0].message == "'t' has no medium 'xlsx'");
  CHECK(none.findings[0].hint == "one of: csv, jsonl");
}
