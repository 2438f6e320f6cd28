#include "exchange/import_record.h"

#include <doctest/doctest.h>

#include "doc/json.h"
#include "doc/yaml_writer.h"
#include "support/mappings.h"

using namespace matter;
using namespace matter::test;

namespace {

struct Imported {
  std::string yaml;
  std::vector<ImportNote> notes;
  std::vector<ColumnCounts> counts;
};

Imported import(std::string_view columns, std::string_view json) {
  const auto loaded = load_mapping_text(std::string(small_import_head).append(columns));
  REQUIRE_MESSAGE(loaded->mapping != nullptr, loaded->said());
  Document from;
  Collector findings(Lang::en);
  REQUIRE(read_json(json, 0, 0, from, findings));
  RecordImport records(*loaded->mapping, loaded->mapping->tables[0]);
  Imported result;
  Document to;
  const NodeId made = records.read(from, from.roots[0], to, result.notes);
  write_yaml(to, made, result.yaml);
  result.counts = records.counts();
  return result;
}

}  // namespace

TEST_CASE("import record: values go to their fields in canonical order") {
  const Imported got = import(
      "      - {column: D, path: limits.promised, pattern: \"{amount}({unit})\", none: 无}\n"
      "      - {column: N, path: name}\n"
      "      - {column: T, path: type, codes: types}\n"
      "      - {column: M, path: materials.name, none: 无}\n"
      "      - {column: R, path: agency.region, function: region_6}\n"
      "      - {column: V, path: channels.visits}\n",
      R"x({"N":"甲","T":"21","M":["表","照"],"R":"440100","V":"0","D":"7(工作日)"})x");
  CHECK(got.yaml ==
        "name: 甲\ntype: 公共服务\nagency: {region: \"440100000000\"}\nmaterials:\n  - 表\n  - 照\n"
        "limits: {promised: 7 工作日}\nchannels: {visits: 0}\n");
  CHECK(got.notes.empty());
}

TEST_CASE(
    "import record: 无 of something in a list is 无 of the list; fillers are left out; null and [] are two things") {
  const std::string_view columns =
      "      - {column: M, path: materials.name, none: 无}\n"
      "      - {column: L, path: limits.legal, none: 无}\n"
      "      - {column: S, path: short_name, absent: 无}\n"
      "      - {column: C, path: clients}\n";
  CHECK(import(columns, R"({"M":"无","L":"无","S":"无","C":null})").yaml == "materials: 无\nlimits: {legal: 无}\n");
  CHECK(import(columns, R"({"M":[],"L":"","S":"甲","C":[]})").yaml == "short_name: 甲\nclients: []\nmaterials: []\n");
}

TEST_CASE("import record: what is not understood is written as it came, and said") {
  const Imported got = import(
      "      - {column: D, path: limits.legal, pattern: \"{amount}({unit})\"}\n"
      "      - {column: T, path: type, codes: types}\n"
      "      - {column: F, path: channels.mail.supported}\n"
      "      - {column: R, path: agency.region, function: region_6}\n",
      R"({"D":"约三周","T":"99","F":"也许","R":"44"})");
  CHECK(got.yaml ==
        "type: \"99\"\nagency: {region: \"44\"}\nlimits: {legal: 约三周}\nchannels:\n  mail: {supported: 也许}\n");
  REQUIRE(got.notes.size() == 4);
  CHECK(got.notes[0].column == "D");
  CHECK(got.notes[0].path == "limits.legal");
  CHECK(got.notes[0].value == "约三周");
  CHECK(got.counts[0].not_understood == 1);
}

TEST_CASE("import record: what repeats other columns is not written twice, and kept where it differs") {
  const std::string_view columns =
      "      - {column: C, path: code}\n"
      "      - {column: B, path: basic_code, same_as: [{column: C, characters: 3-5}]}\n"
      "      - {column: N, path: name}\n"
      "      - {column: P, same_as: [{text: \"{N}({H})\"}, N]}\n"
      "      - {column: H, path: handling}\n"
      "      - {column: X, same_as: [{column: Y, through: types}]}\n"
      "      - {column: Y, path: type, codes: types}\n";
  const Imported same =
      import(columns, R"x({"C":"ab123","B":"123","N":"甲","P":"甲(乙)","H":"乙","X":"公共服务","Y":"21"})x");
  CHECK(same.yaml == "name: 甲\nhandling: 乙\ncode: ab123\ntype: 公共服务\n");
  CHECK(same.counts[1].same == 1);
  CHECK(same.counts[3].same == 1);
  const Imported other = import(columns, R"x({"C":"ab123","B":"124","N":"甲","P":"丙","X":"许可","Y":"21"})x");
  CHECK(other.yaml == "name: 甲\ncode: ab123\nbasic_code: \"124\"\ntype: 公共服务\nextra:\n  P: 丙\n  X: 许可\n");
}

TEST_CASE(
    "import record: nothing vanishes: unknown keys, shapes that do not fit and declared leftovers stand under extra") {
  const Imported got = import(
      "      - {column: N, path: name}\n      - {column: I, keep: 是}\n      - {column: J, path: agency.joint, join: "
      "、}\n",
      R"({"N":{"a":1},"I":{"$oid":"60ae"},"J":"甲、乙","new":[1,"x",null],"N2":true})");
  CHECK(got.yaml ==
        "agency: {joint: [甲, 乙]}\nextra:\n  \"N\": {a: 1}\n  I: {$oid: \"60ae\"}\n  new: [1, x, null]\n  N2: true\n");
  REQUIRE(got.counts.size() == 5);
  CHECK(got.counts[0].kept == 1);
  CHECK(got.counts[3].column == "new");
  CHECK_FALSE(got.counts[3].declared);
  CHECK(got.counts[3].kept == 1);
}

TEST_CASE("import record: several columns into one list make its records") {
  const Imported got = import("      - {column: A, path: fees.name}\n      - {column: B, path: fees.amount}\n",
                              R"({"A":["甲费","乙费"],"B":["10 元","20 元"]})");
  CHECK(got.yaml == "fees:\n  - {name: 甲费, amount: 10 元}\n  - {name: 乙费, amount: 20 元}\n");
}

TEST_CASE("import record: a name with several codes is read from each") {
  const std::string_view columns = "      - {column: O, path: channels.online.available, codes: yes}\n";
  CHECK(import(columns, R"({"O":"Y"})").yaml == "channels:\n  online: {available: 是}\n");
  CHECK(import(columns, R"({"O":"1"})").yaml == import(columns, R"({"O":"Y"})").yaml);
  // What an export would not write again is counted with both words.
  const bool first = import(columns, R"({"O":"Y"})").counts[0].replaced.empty();
  const Imported got = import(columns, first ? R"({"O":"1"})" : R"({"O":"Y"})");
  REQUIRE(got.counts[0].replaced.size() == 1);
  CHECK(got.counts[0].replaced[0].from == (first ? "1" : "Y"));
  CHECK(got.counts[0].replaced[0].to == "是");
  CHECK(got.counts[0].replaced[0].count == 1);
  CHECK(got.counts[0].mapped == 1);
}
