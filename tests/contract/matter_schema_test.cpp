#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "checks/rule.h"
#include "model/path.h"
#include "report/field_list.h"
#include "report/matter_schema.h"
#include "support/judges.h"
#include "support/matter_generator.h"
#include "support/repository.h"
#include "support/shared.h"
#include "support/shell.h"

using namespace matter;
using namespace matter::test;

namespace {

struct File {
  const char* name;
  SchemaOf of;
  SchemaKeys keys;
};
constexpr File files[] = {
    {"matter", SchemaOf::matter, SchemaKeys::both},   {"matter.en", SchemaOf::matter, SchemaKeys::en},
    {"matter.zh", SchemaOf::matter, SchemaKeys::zh},  {"standard", SchemaOf::standard, SchemaKeys::both},
    {"catalog", SchemaOf::catalog, SchemaKeys::both}, {"tasks", SchemaOf::tasks, SchemaKeys::both},
};

/// One field with one value; half of them are wrong.
constexpr const char* values[] = {
    "limits: {legal: 20 工作日}",
    "limits: {legal: ' ２０ 个 工作日　'}",
    "limits: {legal: 3个月}",
    "limits: {legal: 即时办结}",
    "limits: {legal: 即办件}",
    "limits: {legal: 当场 办结}",
    "limits: {legal: 20}",
    "limits: {legal: 1234567 日}",
    "limits: {legal: 尽快}",
    "limits: {legal: [20 工作日]}",
    "limits: {legal: }",
    "limits: 20 工作日",
    "limits: 无",
    "effective: 2026-01-31",
    "effective: 2024-2-29",
    "effective: 2023-02-29",
    "effective: 1900-02-29",
    "effective: 2000/2/29",
    "effective: 2026-04-31",
    "effective: 2026-1/31",
    "effective: ２０２６年１月３１日",
    "effective: 2026年13月1日",
    "effective: 2026.1.0",
    "effective: '20260131'",
    "effective: '20260231'",
    "effective: 20260131",
    "effective: 260131",
    "effective: 尽早",
    "channels: {visits: 0}",
    "channels: {visits: '1'}",
    "channels: {visits: ２}",
    "channels: {visits: -1}",
    "channels: {visits: 一次}",
    "channels: {visits: 1234567890}",
    "channels: {visits: true}",
    "channels: {online: 无}",
    "channels: {online: 有}",
    "channels: {online: {available: true, url: 12}}",
    "channels: {online: {available: yes}}",
    "channels: {online: {available: 可以}}",
    "channels: {agents: [村级代办]}",
    "channels: {agents: [谁都行]}",
    "channels: {agents: [12]}",
    "type: 许可",
    "type: 无",
    "type: 行政许科",
    "type: 12",
    "type: {name: 行政许可}",
    "事项类型: 行政许可",
    "clients: [自然人, 无]",
    "clients: [自然人, 外星人]",
    "clients: 自然人",
    "clients: []",
    "clients: [~]",
    "fees: 无",
    "fees: 免费",
    "fees: [工本费, 无, {name: 甲, amount: 10}]",
    "fees: [[工本费]]",
    "收费: [{收费项目名称: 甲, 收费标准: 10 元}]",
    "收费: [{收费项目: 甲}]",
    "questions: [要收费吗]",
    "questions: [~]",
    "tongban: [随便什么清单, 3]",
    "tongban: [{list: 跨省通办, mode: 飞鸽传书}]",
    "themes: [1, true, ~, 甲]",
    "themes: [{a: 1}]",
    "name: 12",
    "name: [甲]",
    "name: {a: 甲}",
    "extra: {a: [1, {b: 2}]}",
    "extra: 甲",
    "naem: 甲",
    "12: 甲",
    "agency: {name: 甲, joint: [乙], 实施主体性质: 法定机关}",
    "agency: {nmae: 甲}",
    "- name: 甲",
    "- 甲",
    "甲",
    "",
};

void write_generated(const std::filesystem::path& folder) {
  Random random(20261123);
  for (int i = 0; i < 120; ++i) {
    MatterKind kind;
    kind.present = i % 3 == 0 ? 90 : 30;
    kind.unknown_fields = i % 5 == 0;
    const Content matter = random_matter(random, kind);
    write_file(folder / ("generated/" + std::to_string(i) + ".yaml"),
               i % 2 == 0 ? write_yaml(matter, random) : write_yaml_plainly(matter));
  }
}

void write_inputs(const std::filesystem::path& folder) {
  std::filesystem::copy(in_repository("catalogs"), folder / "catalogs", std::filesystem::copy_options::recursive);
  for (const Rule* rule : all_rules()) {
    write_file(folder / "rules" / (std::string(rule->id) + "-bad.yaml"), std::string(rule->bad));
    write_file(folder / "rules" / (std::string(rule->id) + "-good.yaml"), std::string(rule->good));
  }
  std::size_t number = 0;
  for (const char* const value : values) {
    write_file(folder / "values" / (std::to_string(++number) + ".yaml"), std::string(value) + "\n");
  }
  write_generated(folder);
}

nlohmann::json answers_of(const nlohmann::json& steps, const char* schema) {
  const TemporaryFolder folder;
  write_file(folder.path() / "steps.json", steps.dump());
  const std::string file = in_repository("schemas/json/" + std::string(schema) + ".schema.json").string();
  const ShellResult result = run_judge("language_server.mjs", {file, (folder.path() / "steps.json").string()});
  REQUIRE_MESSAGE(result.exit == 0, result.out << result.err);
  return nlohmann::json::parse(result.out);
}

bool offers(const nlohmann::json& answer, const char* name) {
  return std::find(answer.begin(), answer.end(), name) != answer.end();
}

}  // namespace

TEST_CASE("matter schema: the files of schemas/json are what the program writes (scripts/schemas renews them)") {
  for (const File& file : files) {
    CAPTURE(file.name);
    CHECK(whole_file(in_repository("schemas/json/" + std::string(file.name) + ".schema.json")) ==
          json_schema(file.of, file.keys));
  }
}

TEST_CASE("fields: docs/fields.md and its Chinese twin are what the program writes (scripts/schemas renews them)") {
  for (const Lang lang : {Lang::en, Lang::zh}) {
    std::string page;
    write_fields_markdown(field_rows(), lang, [&](std::string_view more) { page += more; });
    CHECK(whole_file(in_repository(lang == Lang::en ? "docs/fields.md" : "docs/fields.zh.md")) == page);
  }
}

TEST_CASE("fields: every path is one that reports, mappings and settings understand") {
  for (const FieldRow& row : field_rows()) {
    CAPTURE(row.path);
    const auto path = resolve_path(row.path);
    REQUIRE(path);
    CHECK(&path->last() == row.field);
  }
}

TEST_CASE("matter schema: refuses what validate calls wrong keys, kinds and values, and nothing that it calls sound") {
  if (!judges_or_say("matter schema")) return;
  const TemporaryFolder folder;
  write_inputs(folder.path());
  const ShellResult said = run_in_shell("matter validate --format json . 2>/dev/null", folder.path(), MATTER_PROGRAM);
  REQUIRE(said.out.starts_with('{'));
  const TemporaryFolder beside;
  write_file(beside.path() / "findings.json", said.out);
  const ShellResult judged = run_judge(
      "matter_schema.mjs",
      {in_repository("schemas/json").string(), folder.path().string(), (beside.path() / "findings.json").string()});
  CHECK_MESSAGE(judged.exit == 0, judged.out << judged.err);
}

TEST_CASE("matter schema: yaml-language-server completes, explains and underlines by it") {
  if (!judges_or_say("yaml-language-server")) return;
  const std::string sound = whole_file(in_repository("catalogs/changed/old.yaml"));
  const auto answers =
      answers_of({{{"text", "na"}, {"ask", "completion"}, {"character", 2}},
                  {{"text", "name: 甲\ntype: "}, {"ask", "completion"}, {"line", 1}, {"character", 6}},
                  {{"text", "事项名称: 甲\n办件类型: "}, {"ask", "completion"}, {"line", 1}, {"character", 6}},
                  {{"text", "materials:\n  - name: 甲\n    "}, {"ask", "completion"}, {"line", 2}, {"character", 4}},
                  {{"text", "limits: {legal: 20 工作日}\n"}, {"ask", "hover"}, {"character", 10}},
                  {{"text", sound}, {"ask", "diagnostics"}},
                  {{"text", "- name: 甲\n  naem: 乙\n"}, {"ask", "diagnostics"}},
                  {{"text", "type: 行政许科\n"}, {"ask", "diagnostics"}}},
                 "matter");
  CHECK(offers(answers[0], "name"));
  CHECK(offers(answers[0], "事项名称"));
  CHECK(offers(answers[1], "行政许可"));
  CHECK_FALSE(offers(answers[1], "许可"));  // read as the same, never proposed
  CHECK(offers(answers[2], "承诺件"));
  CHECK(offers(answers[3], "necessity"));
  const auto hover = answers[4].get<std::string>();
  CHECK(hover.find("法定办结时限") != std::string::npos);
  CHECK(hover.find("The limit that the law sets") != std::string::npos);
  CHECK_MESSAGE(answers[5].empty(), answers[5].dump());
  CHECK(answers[6].dump().find("naem") != std::string::npos);
  CHECK(answers[7].dump().find("行政许可") != std::string::npos);
}

TEST_CASE("matter schema: with one kind of keys only these are offered and taken") {
  if (!judges_or_say("yaml-language-server")) return;
  const nlohmann::json steps = {{{"text", "x"}, {"ask", "completion"}, {"character", 1}},
                                {{"text", "name: 甲\n事项名称: 甲\n"}, {"ask", "diagnostics"}}};
  const auto zh = answers_of(steps, "matter.zh");
  CHECK(offers(zh[0], "事项名称"));
  CHECK_FALSE(offers(zh[0], "name"));
  CHECK(zh[1].dump().find("Property name is not allowed") != std::string::npos);
  const auto en = answers_of(steps, "matter.en");
  CHECK(offers(en[0], "name"));
  CHECK_FALSE(offers(en[0], "事项名称"));
}
