#include "exchange/object_writer.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "exchange/platform_export.h"
#include "support/mappings.h"
#include "support/read_text.h"

using namespace matter;
using namespace matter::test;

namespace {

constexpr std::string_view head =
    "format: 1\nplatform: t\nlabel: T\ndirection: export\nmedium: jsonld\nbase: \"b:\"\n"
    "codes:\n  unit: {工作日: u:work, 自然日: u:day, 周: [], 月: [], 年: [], 当场: []}\n";

using Lines = std::vector<std::string>;

struct Written {
  std::string object;  ///< of the first matter
  std::string file, file_name;
  Lines losses;  ///< "why column field"
};

Written write(std::string_view columns, std::string_view yaml, std::string_view table_head = {},
              std::string_view more_head = {}) {
  const std::string text = std::string(head)
                               .append(more_head)
                               .append("tables:\n  - table: t\n")
                               .append(table_head)
                               .append("    columns:\n")
                               .append(columns);
  const auto loaded = load_mapping_text(text);
  REQUIRE_MESSAGE(loaded->mapping != nullptr, loaded->said());
  const auto read = read_text(std::string(yaml));
  Losses losses;
  PlatformExport platform(*loaded->mapping, {{2026, 2, 28}}, losses);
  CatalogContext context;
  for (const Matter& m : read->file.matters) static_cast<void>(platform.add({m, context, "id 1", "f.yaml", false}));
  platform.finish();
  Written made;
  for (const ExportFile& file : platform.files()) {
    if (file.rows == 0) continue;
    made.file = file.pending;
    made.file_name = file.name;
    const std::size_t begin = file.pending.find("[\n") + 2;
    made.object = file.pending.substr(begin, file.pending.find_last_of('}', file.pending.size() - 3) + 1 - begin);
  }
  for (const Loss& loss : losses.list) {
    if (loss.why == LossReason::no_place) continue;
    made.losses.push_back(std::string(name(loss.why)) + ' ' + std::string(loss.table) + ' ' + std::string(loss.column) +
                          ' ' + std::string(loss.field));
  }
  return made;
}

std::string said_of(std::string_view columns) {
  return load_mapping_text(std::string(head).append("tables:\n  - table: t\n    columns:\n").append(columns))->said();
}

}  // namespace

TEST_CASE("objects: columns within a column, class and id") {
  const Written got = write(
      "      - {column: n, path: name}\n"
      "      - column: a\n        class: Agency\n        id: [\"agency/{agency.code}\", \"{identity}/agency\"]\n"
      "        columns: [{column: n, path: agency.name}]\n"
      "      - {column: v, path: version}\n",
      "name: 甲\nversion: 3\nagency: {name: 局}\n", "    class: Service\n    id: [\"{identity}\"]\n");
  CHECK(
      got.object ==
      R"({"@id":"b:id%201","@type":"Service","n":"甲","a":{"@id":"b:id%201/agency","@type":"Agency","n":"局"},"v":3})");
  CHECK(got.file_name == "t.jsonld");
}

TEST_CASE("objects: ids are escaped but for letters of any script, and stand alone where they begin with a scheme") {
  const Written got = write(
      "      - column: a\n        id: [\"x/{agency.name}\"]\n        columns: [{column: n, path: name}]\n"
      "      - column: b\n        id: [\"https://e.org/{name}\"]\n        columns: [{column: n, path: name}]\n",
      "name: 甲\nagency: {name: \"a/b#c?<局>\"}\n");
  CHECK(got.object == R"({"a":{"@id":"b:x/a%2Fb%23c%3F%3C局%3E","n":"甲"},"b":{"@id":"https://e.org/甲","n":"甲"}})");
}

TEST_CASE("objects: one for each item, also of a list of plain values, and of a list within an item") {
  const Written got = write(
      "      - column: c\n        each: clients\n        id: [\"client/{clients}\"]\n"
      "        columns: [{column: l, path: clients}]\n"
      "      - column: t\n        each: tongban\n        columns:\n"
      "          - {column: l, path: tongban.list}\n          - {column: of, path: name}\n"
      "          - {column: r, path: tongban.regions}\n"
      "          - column: p\n            each: tongban.agencies\n            columns:\n"
      "              - {column: n, path: tongban.agencies.name}\n              - {column: i, function: order}\n",
      "name: 甲\nclients: [自然人, 企业法人]\ntongban:\n"
      "  - {list: 跨省通办, regions: [\"1\", \"2\"], agencies: [{name: 一}, {name: 二}]}\n  - {list: 省内通办}\n");
  CHECK(got.object == R"({"c":[{"@id":"b:client/自然人","l":"自然人"},{"@id":"b:client/企业法人","l":"企业法人"}],)"
                      R"("t":[{"l":"跨省通办","of":"甲","r":["1","2"],"p":[{"n":"一","i":1},{"n":"二","i":2}]},)"
                      R"({"l":"省内通办","of":"甲"}]})");
}

TEST_CASE("objects: ids of rows tell items apart that are equal, in lists and in lists within them") {
  const Written got = write(
      "      - column: t\n        each: tongban\n        id: [\"{row_id}\"]\n        columns:\n"
      "          - column: p\n            each: tongban.agencies\n            id: [\"{row_id}\"]\n"
      "            columns: [{column: n, path: tongban.agencies.name}]\n",
      "name: 甲\ntongban:\n  - {list: 跨省通办, agencies: [{name: 一}, {name: 一}]}\n"
      "  - {list: 省内通办, agencies: [{name: 一}]}\n");
  std::vector<std::string> ids;
  for (std::size_t at = 0; (at = got.object.find("\"@id\":\"", at)) != std::string::npos; ++at)
    ids.push_back(got.object.substr(at + 7, 38));
  REQUIRE(ids.size() == 5);
  std::sort(ids.begin(), ids.end());
  CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
}

TEST_CASE("objects: columns of one name are values of one list, wherever they stand") {
  const std::string_view columns =
      "      - {column: a, path: short_name}\n      - {column: b, path: name}\n      - {column: a, path: common_name}\n"
      "      - {column: a, path: clients}\n";
  CHECK(write(columns, "name: 甲\nshort_name: 乙\ncommon_name: 丙\nclients: [自然人]\n").object ==
        R"({"a":["乙","丙","自然人"],"b":"甲"})");
  CHECK(write(columns, "name: 甲\ncommon_name: 丙\n").object == R"({"a":["丙"],"b":"甲"})");
  CHECK(write(columns, "name: 甲\n").object == R"({"b":"甲"})");
}

TEST_CASE("objects: without anything of the matter in it an object is left out, but not one of constants alone") {
  const std::string_view columns =
      "      - {column: n, path: name}\n"
      "      - {column: l, class: L, columns: [{column: c, constant: 中文}]}\n"
      "      - column: k\n        columns:\n          - {column: c, constant: 电话}\n          - {column: i, function: "
      "identity}\n"
      "          - {column: t, path: contacts.consult}\n";
  CHECK(write(columns, "name: 甲\n").object == R"({"n":"甲","l":{"@type":"L","c":"中文"}})");
  CHECK(write(columns, "name: 甲\ncontacts: {consult: \"1\"}\n").object ==
        R"({"n":"甲","l":{"@type":"L","c":"中文"},"k":{"c":"电话","i":"id 1","t":"1"}})");
}

TEST_CASE("objects: one that is required and not there is a loss, and so is 无 that nothing says") {
  const std::string_view columns =
      "      - {column: n, path: name}\n"
      "      - {column: a, required: 是, columns: [{column: n, path: agency.name}]}\n"
      "      - {column: m, each: materials, columns: [{column: n, path: materials.name}]}\n";
  CHECK(write(columns, "name: 甲\nagency: {code: \"1\"}\nmaterials: 无\n").losses ==
        Lines{"required-empty t a ", "no-none t m materials"});
  const Written told = write(std::string(columns) +
                                 "      - {column: none, when: {path: materials, has: 无}, constant: 材料}\n"
                                 "      - column: f\n        when: {path: fees, has: 无}\n"
                                 "        columns: [{column: c, constant: \"0\"}]\n"
                                 "      - {column: f, each: fees, columns: [{column: n, path: fees.name}]}\n",
                             "name: 甲\nagency: {name: 局}\nmaterials: 无\nfees: 无\n");
  CHECK(told.losses.empty());
  CHECK(told.object == R"({"n":"甲","a":{"n":"局"},"none":"材料","f":[{"c":"0"}]})");
}

TEST_CASE("objects: items by what they are; none of them gets lost between `has` and `unless`") {
  const std::string_view columns =
      "      - {column: a, each: results, when: {path: results.kind, has: 证照}, columns: [{column: n, path: "
      "results.name}]}\n"
      "      - {column: b, each: results, when: {path: results.kind, unless: 证照}, columns: [{column: n, path: "
      "results.name}]}\n";
  CHECK(write(columns, "name: 甲\nresults: [{name: 一, kind: 证照}, {name: 二}, {name: 三, kind: 批文}]\n").object ==
        R"({"a":[{"n":"一"}],"b":[{"n":"二"},{"n":"三"}]})");
}

TEST_CASE("objects: texts put together take the first form whose values are all given") {
  const std::string_view columns = "      - {column: n, text: [\"{name}（{handling}）\", \"{name}\"]}\n";
  CHECK(write(columns, "name: 甲\nhandling: 新办\n").object == R"({"n":"甲（新办）"})");
  CHECK(write(columns, "name: 甲\n").object == R"({"n":"甲"})");
  const Written none = write(columns, "name: 甲\nhandling: 无\n");
  CHECK(none.object == R"({"n":"甲"})");
  CHECK(none.losses == Lines{"no-none t n handling"});
}

TEST_CASE("objects: a limit as number, unit, text and duration, so that working days can be told") {
  const std::string_view columns =
      "      - {column: d, path: limits.promised, otherwise: limits.legal, pattern: \"{duration}\"}\n"
      "      - column: l\n        columns:\n"
      "          - {column: n, path: limits.promised, pattern: \"{amount}\"}\n"
      "          - {column: u, path: limits.promised, pattern: \"{unit}\", codes: unit}\n"
      "          - {column: t, path: limits.promised, none: 无}\n";
  CHECK(write(columns, "name: 甲\nlimits: {promised: 20 工作日}\n").object ==
        R"({"d":"P20D","l":{"n":"20","u":"u:work","t":"20 工作日"}})");
  CHECK(write(columns, "name: 甲\nlimits: {promised: 20 自然日}\n").object ==
        R"({"d":"P20D","l":{"n":"20","u":"u:day","t":"20 自然日"}})");
  const Written none = write(columns, "name: 甲\nlimits: {promised: 无, legal: 2 周}\n");
  CHECK(none.object == R"({"d":"P14D","l":{"t":"无"}})");
  CHECK(none.losses.empty());
  CHECK(write(columns, "name: 甲\nlimits: {promised: 3 个月}\n").losses == Lines{"no-code t.l u limits.promised"});
}

TEST_CASE("objects: the words of a JSON-LD file stand in it as the mapping has them, samples in a file of their own") {
  const Written got =
      write("      - {column: s, function: sample, codes: yes}\n      - {column: n, path: name}\n",
            "name: 甲\nsample: 是\n", {}, "  yes: {是: \"true\"}\ncontext: {\"@vocab\": \"https://e.org/\"}\n");
  CHECK(got.file ==
        "{\"@context\":{\"@vocab\":\"https://e.org/\"},\n\"@graph\":[\n{\"s\":\"true\",\"n\":\"甲\"}\n]}\n");
  CHECK(got.file_name == "t.sample.jsonld");
}

TEST_CASE("objects: control characters do not leave, and what JSON asks for is escaped") {
  const Written got = write("      - {column: o, columns: [{column: n, path: name}]}\n", "name: \"a\\u0001\\\"b\"\n");
  CHECK(got.object == R"({"o":{"n":"a\"b"}})");
  CHECK(got.losses == Lines{"control-character t.o n name"});
}

TEST_CASE("objects: mistakes of the mapping are findings at their place") {
  CHECK(said_of("      - {column: a, each: materials}\n") ==
        "12:18: 'a' has no columns, so it is no object: each, class and id mean nothing\n");
  CHECK(said_of("      - {column: a, path: name, columns: [{column: b, path: code}]}\n") ==
        "12:18: 'a' is an object: values stand in its own columns\n");
  CHECK(said_of("      - {column: a, each: limits, columns: [{column: b, path: name}]}\n") ==
        "12:27: 'limits' is no list here\n");
  CHECK(said_of("      - {column: a, each: tongban.agencies, columns: [{column: b, path: name}]}\n") ==
        "12:27: 'tongban.agencies' is no list here\n");
  CHECK(said_of("      - {column: a, text: [\"{nonsense}\"]}\n") ==
        "12:28: '{nonsense}' has a name that is not known\n");
  CHECK(said_of("      - {column: a, text: [\"{materials.name}\"]}\n") ==
        "12:28: '{materials.name}' has a name that is not known\n");
  CHECK(said_of("      - {column: a, columns: [{column: b, path: nam}]}\n") == "12:49: a matter has no field 'nam'\n");
  CHECK(load_mapping_text("format: 1\nplatform: t\nlabel: T\ndirection: export\nmedium: csv\ntables:\n"
                          "  - {table: t, columns: [{column: a, columns: [{column: b, path: name}]}]}\n")
            ->said() == "7:35: 'a' is an object, which this medium cannot hold\n");
  CHECK(load_mapping_text("format: 1\nplatform: t\nlabel: T\nmedium: jsonld\ntables:\n"
                          "  - {table: t, columns: [{column: a, path: name}]}\n")
            ->said() == "4:9: 'jsonld' is only exported: say direction: export\n");
}

TEST_CASE("objects: a mapping like another one may put another address before the ids") {
  const auto loaded = load_mapping_text(
      "format: 1\nplatform: t\nlabel: T\ndirection: export\nmedium: jsonld\nlike: cpsv-ap\nbase: \"https://e.org/\"\n");
  REQUIRE_MESSAGE(loaded->mapping != nullptr, loaded->said());
  CHECK(loaded->mapping->id_base == "https://e.org/");
  CHECK(loaded->mapping->context != nullptr);
}
