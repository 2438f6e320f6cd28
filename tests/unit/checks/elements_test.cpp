#include <doctest/doctest.h>

#include "support/check.h"

using namespace matter;
using namespace matter::test;

namespace {

std::vector<Diagnostic> with(std::string_view rule, std::string_view fragment) {
  return of_rule(rule, sample_with(fragment));
}

}  // namespace

TEST_CASE("elements: an unknown field names the nearest known one, at its key") {
  const std::string text = sample_with("condition: [有固定的经营场所]\n");
  const auto found = of_rule("field-unknown", text);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::error);
  CHECK(under(found[0], text) == "condition");
  CHECK(found[0].hint.find("conditions") != std::string::npos);
  const std::string nested = sample_with("contacts: {consult: 12345, complain: 12345, 投诉: 1}\n");
  CHECK(of_rule("field-unknown", nested).at(0).field == "contacts.投诉");
}

TEST_CASE("elements: a wrong kind is said once and nothing is built on it") {
  const std::string text = sample_with("limits: 20 工作日\n");
  const auto found = check(text);
  REQUIRE(found.size() == 1);
  CHECK(found[0].rule == "field-type");
  CHECK(under(found[0], text) == "20 工作日");
}

TEST_CASE("elements: an item of the wrong kind says what an item is") {
  const auto found = with("field-type", "tongban: [[a, b]]\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].message.find("a record") != std::string::npos);
}

TEST_CASE("elements: a document that is no matter is one finding") {
  const auto found = check("- 只有一句话\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].rule == "field-type");
}

TEST_CASE("elements: a name off its list comes with the nearest, and a fix where it is certain") {
  const std::string text = sample_with("kind: 承诺 件\n");
  const auto found = of_rule("field-value", text);
  REQUIRE(found.size() == 1);
  REQUIRE(found[0].fix.has_value());
  CHECK(mended(found[0], text).find("kind: 承诺件\n") != std::string::npos);
  CHECK(found[0].fix->safe);
  CHECK_FALSE(with("field-value", "kind: 承诺办件\n").at(0).fix->safe);
  CHECK(with("field-value", "limits: {legal: 二十来天, promised: 5 工作日}\n").size() == 1);
  CHECK(with("field-value", "effective: 2026-02-30\n").size() == 1);
}

TEST_CASE("elements: each missing field is one finding at the matter's name") {
  const std::string text = sample_with("!clients\n!kind\n");
  const auto found = of_rule("field-missing", text);
  REQUIRE(found.size() == 2);
  CHECK(found[0].severity == Severity::error);
  for (const Diagnostic& d : found) CHECK(under(d, text) == "公共场所卫生许可（示例）");
  CHECK(fingerprint(found[0], "x") != fingerprint(found[1], "x"));
}

TEST_CASE("elements: what an item lacks points at the item") {
  const std::string text = sample_with("results:\n  - name: 卫生许可证\n    delivery: [窗口领取]\n");
  const auto found = of_rule("field-missing", text);
  REQUIRE(found.size() == 1);
  CHECK(found[0].field == "results[卫生许可证].kind");
  CHECK(under(found[0], text) == "name: 卫生许可证");
}

TEST_CASE("elements: without a name the code stands for the matter, and without a code its first line") {
  const std::string text = sample_with("!name\n");
  CHECK(under(of_rule("field-missing", text).at(0), text) == "\"11350200000000000Y3000199001000\"");
  const std::string bare = "type: 公共服务\nversion: 1\n";
  CHECK(under(of_rule("field-missing", bare).at(0), bare) == "type: 公共服务");
}

TEST_CASE("elements: agency code and level follow from the code") {
  CHECK(with("field-missing", "agency: {name: 示例市卫生健康委员会, nature: 法定机关}\n!level\n").empty());
  CHECK(with("field-missing", "!level\n!code\n").size() == 2);
}

TEST_CASE("elements: another field may meet the demand") {
  CHECK(with("field-missing", "!process\n").size() == 1);
  CHECK(with("field-missing", "!process\nprocess_note: files/流程图.png\n").empty());
}

TEST_CASE("elements: what the catalog's source never carries is not missing") {
  Checkable catalog;
  catalog.matters = sample_with("!status\n!version\n!basis\n");
  CHECK(of_rule("field-missing", catalog).size() == 2);
  CHECK(of_rule("basis-missing", catalog).size() == 1);
  catalog.config = "format: 1\nname: 示例\nnot_carried: [status, version, basis]\n";
  CHECK(check(catalog).empty());
}

TEST_CASE("elements: a standard entry is asked for its own fields only") {
  Checkable entry;
  entry.standard = true;
  entry.matters =
      "sample: true\nname: 公共场所卫生许可（示例）\nbasic_code: \"000199001000\"\ntype: 行政许可\nstatus: "
      "在用\nversion: 1\n"
      "basis: [{title: 《示例卫生法》, number: 示例令第1号, article: 第八条, issuer: 示例会议, rank: 法律}]\n"
      "conditions: [有固定的经营场所]\nmaterials: [{name: 申请书, basis: 第九条}]\n"
      "limits: {legal: 20 工作日}\nchannels: {visits: 0}\n";
  CHECK(check(entry).empty());
}

TEST_CASE("elements: basis and conditions; 无 is an answer for conditions outside licences") {
  CHECK(with("basis-missing", "basis: []\n").size() == 1);
  CHECK(with("basis-missing", "basis: 无\n").size() == 1);
  CHECK(with("condition-missing", "!conditions\n").size() == 1);
  CHECK(with("condition-missing", "conditions: 无\n").size() == 1);
  CHECK(with("condition-missing", "conditions: [无]\n").size() == 1);
  CHECK(with("condition-missing", "type: 行政给付\nconditions: 无\n").empty());
  CHECK(with("condition-missing", "type: 行政给付\n!conditions\n").size() == 1);
  CHECK(with("field-missing", "!basis\n!conditions\n").empty());
}

TEST_CASE("elements: materials of a licence, and the general rule for others") {
  CHECK(with("material-missing", "!materials\n").size() == 1);
  CHECK(with("material-missing", "materials: 无\n").size() == 1);
  CHECK(with("material-missing", "type: 行政给付\n!materials\n").empty());
  CHECK(with("material-missing", "handling: 注销\nmaterials: 无\n").empty());
  CHECK(with("material-missing", "handling: 注销\nmaterials: []\n").size() == 1);
  CHECK(with("material-missing", "handling: 变更、注销\nmaterials: 无\n").size() == 1);
  CHECK(with("material-missing", "name: 示例师注销注册\nhandling: 变更\nmaterials: 无\n").size() == 1);
  CHECK(with("material-missing", "name: 示例师注销注册\n!handling\nmaterials: 无\n").empty());
  CHECK(with("field-missing", "type: 行政给付\n!materials\n").size() == 1);
  CHECK(with("field-missing", "type: 行政给付\nmaterials: 无\n").empty());
  CHECK(with("field-missing", "type: 行政给付\nclients: 无\n").at(0).message == "clients says 无");
}

TEST_CASE("elements: the same material twice, unless no situation asks for both") {
  const auto found = with("material-duplicate", "materials: [营业执照, 申请表, 营业执照 ]\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::warning);
  CHECK(with("material-duplicate", "materials: [身份证（原件）, 身份证(原件)]\n").size() == 1);
  CHECK(with("material-duplicate", "materials: [身份证原件, 身份证复印件]\n").empty());
  CHECK(with("material-duplicate", "materials: [表1, 表2]\n").empty());
  CHECK(with("material-duplicate",
             "materials: [{name: 执照, for: [甲]}, {name: 执照, for: [乙]}, {name: 执照, for: [甲]}]\n")
            .size() == 1);
}

TEST_CASE("elements: many materials are compared as few are") {
  std::string list = "materials:\n";
  for (int i = 0; i < 100; ++i) list += "  - 材料" + std::to_string(i) + "\n";
  CHECK(with("material-duplicate", list).empty());
  CHECK(with("material-duplicate", list + "  - 材料42\n").size() == 1);
}

TEST_CASE("elements: an English key and a Chinese label are one field") {
  const std::string text = sample_with("short_name: 卫生许可\n事项简称: 卫生许可\n");
  const auto found = of_rule("yaml-duplicate-key", text);
  REQUIRE(found.size() == 1);
  CHECK(under(found[0], text) == "事项简称");
  CHECK(slice(text, found[0].notes.at(0).at.span) == "short_name");
}

TEST_CASE("elements: a binding that leads nowhere is one finding, and nothing is called missing") {
  Checkable catalog;
  catalog.standards = "name: 示例\nbasic_code: \"000199001000\"\nversion: 2\n";
  catalog.matters = "name: 示例\ncode: \"11350200000000000Y3000199001000\"\nstandard: \"000199001000@1\"\n";
  const auto found = check(catalog);
  REQUIRE(found.size() == 1);
  CHECK(found[0].rule == "reference-dangling");
  CHECK(found[0].message == "the standard entry has no such version: 000199001000@1");
  catalog.matters = "name: 示例\ncode: \"11350200000000000Y3000199001000\"\nstandard: \"000199009000@1\"\n";
  CHECK(of_rule("reference-dangling", catalog).at(0).message == "standard entry 000199009000@1 is nowhere");
}

TEST_CASE("elements: a parent is looked for among entries and matters, where a standard catalog is loaded") {
  Checkable catalog;
  catalog.matters = sample_with("code: \"11350200000000000Y3000199001002\"\nparent_code: \"000199001000\"\n");
  CHECK(of_rule("reference-dangling", catalog).empty());
  catalog.standards = "name: 示例\nbasic_code: \"000199002000\"\nversion: 1\n";
  CHECK(of_rule("reference-dangling", catalog).size() == 1);
  catalog.standards += "---\nname: 示例\nbasic_code: \"000199001000\"\nversion: 1\n";
  CHECK(of_rule("reference-dangling", catalog).empty());
}

TEST_CASE("elements: a text too long for a platform is said only where the catalog selects it") {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "示例";
  Checkable catalog;
  catalog.matters = sample_with("local_code: \"" + text + "\"\n");
  CHECK(of_rule("field-length", catalog).empty());
  catalog.config = "format: 1\nname: 示例\nplatforms: [national-exchange]\n";
  const auto found = of_rule("field-length", catalog);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::warning);
  CHECK(found[0].field == "local_code");
  CHECK(found[0].message ==
        "local_code has 120 characters; national-exchange takes up_task_general_basic.local_task_code up to 50");
}

TEST_CASE("elements: texts that share a column are measured together") {
  std::string half;
  for (int i = 0; i < 75; ++i) half += "条件";  // 150 characters
  Checkable catalog;
  catalog.config = "format: 1\nname: 示例\nplatforms: [national-exchange]\n";
  catalog.matters = sample_with("conditions: [" + half + "]\n");
  CHECK(of_rule("field-length", catalog).empty());
  catalog.matters = sample_with("conditions: [" + half + ", " + half + "一]\n");
  const auto found = of_rule("field-length", catalog);
  REQUIRE(found.size() == 1);
  CHECK(found[0].message.find("302 characters") != std::string::npos);
}
