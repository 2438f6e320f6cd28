#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "doc/json.h"
#include "doc/json_tree.h"
#include "doc/yaml.h"
#include "doc/yaml_writer.h"
#include "exchange/tree.h"
#include "ops/export.h"
#include "ops/import.h"
#include "support/exchange.h"
#include "support/matter_generator.h"
#include "support/read_text.h"
#include "support/shared.h"

using namespace matter;
using namespace matter::test;

namespace {

namespace fs = std::filesystem;

/// A matter in the one form that says everything about it.
std::string canonical_yaml(const Matter& m) {
  Document doc;
  TreeBuilder tree(doc);
  std::string text;
  write_yaml(doc, to_tree(m, TreeForm::yaml, tree), text);
  return text;
}

/// Rows of a CSV file by an independent, straightforward reading.
std::vector<std::vector<std::string>> rows_of(const std::string& text) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row(1);
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c != '"') {
        row.back() += c;
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        row.back() += c;
        ++i;
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      row.emplace_back();
    } else if (c == '\r') {
      rows.push_back(row);
      row.assign(1, {});
      ++i;
    } else {
      row.back() += c;
    }
  }
  return rows;
}

}  // namespace

TEST_CASE("round trip: what is written of any matter reads back as that matter") {
  Random random(20260131);
  MatterKind kind;
  kind.unknown_fields = true;
  for (int i = 0; i < 800; ++i) {
    kind.present = 10 + static_cast<unsigned>(random.below(80));
    const auto first = read_text(write_yaml(random_matter(random, kind), random));
    REQUIRE(first->file.matters.size() == 1);
    const std::string yaml = canonical_yaml(first->matter());
    const auto second = read_text(yaml);
    CAPTURE(yaml);
    REQUIRE(second->file.matters.size() == 1);
    for (const Diagnostic& d : second->findings.found()) FAIL(yaml.substr(d.at.span.begin, 40), ": ", d.message);
    REQUIRE(json_of(second->matter()) == json_of(first->matter()));
    REQUIRE(canonical_yaml(second->matter()) == yaml);
  }
}

TEST_CASE("round trip: values that were not understood, and everything else that is written, stay") {
  for (const std::string text :
       {"limits: {legal: 约三周}\n", "materials: 一堆\n", "name: [甲, 乙]\n",
        "channels: {visits: 很多, online: 是的}\n",
        "materials:\n  - {name: 表, colour: red}\n  - [1, 2]\n  - 无\n  -\n", "fees: 无\nfees_too: {a: [b, {c: d}]}\n",
        "type: 行政许克\nextra: {a: 1, b: \"1\", c: , d: [~, true, \"true\"], e: 1e400}\n", "agency: 示例局\n",
        "clients: [火星人]\n", "name: 甲\n事项名称: 乙\n"}) {
    CAPTURE(text);
    const auto first = read_text(text);
    const std::string yaml = canonical_yaml(first->matter());
    const auto second = read_text(yaml);
    CAPTURE(yaml);
    CHECK(nlohmann::json::accept(json_of(first->matter())));
    CHECK(json_of(second->matter()) == json_of(first->matter()));
    CHECK(second->matter().problems.size() == first->matter().problems.size());
  }
}

TEST_CASE("round trip: any matter through json and back") {
  Random random(7);
  MatterKind kind;
  kind.unknown_fields = true;
  for (int i = 0; i < 500; ++i) {
    const auto first = read_text(write_yaml(random_matter(random, kind), random));
    const std::string json = json_of(first->matter());
    REQUIRE(nlohmann::json::accept(json));
    Document from;
    Collector findings(Lang::en);
    REQUIRE(read_json(json, 0, 0, from, findings));
    Document to;
    TreeBuilder tree(to);
    std::string yaml;
    write_yaml(to, canonical_tree(from, from.roots[0], *table_of<Matter>(), tree), yaml);
    REQUIRE(json_of(read_text(yaml)->matter()) == json);
  }
}

TEST_CASE("round trip: the published matters through import, json and import again") {
  const auto shared = shared_data_or_say("round trip of the published matters");
  if (!shared) return;
  const TemporaryFolder folder;
  const fs::path first = folder.path() / "first";
  const std::string source = (*shared / "data/guangdong_2021/policy.jsonl").string();
  const ImportResult imported = import_from(source, "gd-hall-2021", first);
  REQUIRE(imported.written);
  CHECK(imported.files == 2262);
  CHECK(imported.remarks.empty());
  for (const ColumnCounts& c : imported.columns) {
    CAPTURE(c.column);
    CHECK(c.declared);
    CHECK(c.mapped + c.none + c.same + c.kept + c.nothing + c.missing == 2262);
  }
  REQUIRE(export_to(first, "json", folder.path() / "json").written);
  const fs::path second = folder.path() / "second";
  REQUIRE(import_from((folder.path() / "json/matters.json").string(), "json", second).written);
  CHECK(texts_in(first) == texts_in(second));
  REQUIRE(export_to(second, "json", folder.path() / "again").written);
  CHECK(texts_in(folder.path() / "json") == texts_in(folder.path() / "again"));
}

TEST_CASE("round trip: every text of the published records stands in its file, or follows from what does") {
  const auto shared = shared_data_or_say("texts of the published matters");
  if (!shared) return;
  const TemporaryFolder folder;
  const std::string source = (*shared / "data/guangdong_2021/policy.jsonl").string();
  REQUIRE(import_from(source, "gd-hall-2021", folder.path() / "out").written);
  std::map<std::string, std::string> by_code;
  for (const auto& [name, text] : texts_in(folder.path() / "out")) {
    const std::string base = fs::path(name).filename().string();
    by_code[base.substr(0, base.find('-'))] = text;
  }
  // Written in the model's words, or derived: everything else must stand there letter by letter.
  const std::set<std::string> other = {
      "TASK_TYPE", "AREACODE",    "AREA_CODE_TEXT",    "ONLINECHECK",     "LIMIT_SCENE_NUM", "matter_level",
      "district",  "handle_time", "handle_time_limit", "courier_service", "handle_location", "co_department",
      "CATAID",    "ORGCODE"};
  std::ifstream lines(source);
  std::size_t checked = 0;
  for (std::string line; std::getline(lines, line);) {
    const auto record = nlohmann::json::parse(line);
    const std::string& yaml = by_code.at(record["TASK_CODE"].get<std::string>());
    for (const auto& [key, value] : record.items()) {
      if (other.contains(key)) continue;
      for (const auto& text : value.is_array() ? value : nlohmann::json::array({value})) {
        if (!text.is_string() || text == "无") continue;
        std::string wanted = text.get<std::string>();
        const std::string handling =
            record["subTaskName"].is_string() ? "(" + record["subTaskName"].get<std::string>() + ")" : "";
        if (key == "TASK_NAME" && wanted.ends_with(handling)) wanted.resize(wanted.size() - handling.size());
        ++checked;
        if (yaml.find(wanted) == std::string::npos) FAIL_CHECK(key, " ", wanted, " is not in\n", yaml);
      }
    }
  }
  CHECK(checked > 40000);
}

TEST_CASE("round trip: national-exchange re-read by another reader holds the values of the catalog") {
  const auto shared = shared_data_or_say("national-exchange of the published matters");
  if (!shared) return;
  const TemporaryFolder folder;
  const std::string source = (*shared / "data/guangdong_2021/policy.jsonl").string();
  REQUIRE(import_from(source, "gd-hall-2021", folder.path() / "out").written);
  const ExportResult exported = export_to(folder.path() / "out", "national-exchange", folder.path() / "up");
  REQUIRE(exported.written);
  std::map<std::string, nlohmann::json> records;
  std::ifstream lines(source);
  for (std::string line; std::getline(lines, line);) {
    auto record = nlohmann::json::parse(line);
    const std::string code = record["TASK_CODE"];
    records[code] = std::move(record);
  }
  std::size_t rows_seen = 0;
  std::map<std::string, std::string> code_of_id;
  for (const std::string family : {"general", "public"}) {
    const auto rows = rows_of(file_text(folder.path() / ("up/up_task_" + family + "_basic.csv")));
    std::map<std::string, std::size_t> at;
    for (std::size_t i = 0; i < rows[0].size(); ++i) at[rows[0][i]] = i;
    for (std::size_t r = 1; r < rows.size(); ++r) {
      const auto cell = [&](const std::string& column) { return rows[r].at(at.at(column)); };
      REQUIRE(rows[r].size() == rows[0].size());
      const std::string handling = cell("task_handle_item");
      const auto& record = records.at(handling.empty() ? cell("task_code") : handling);
      ++rows_seen;
      CHECK(code_of_id.emplace(cell("row_guid"), cell("task_code")).second);
      CHECK(cell("task_name") == record["matter_name"]);
      CHECK(cell("dept_name") == record["DEPT_NAME"]);
      CHECK(cell("dept_code") == record["TASK_CODE"].get<std::string>().substr(0, 18));
      CHECK(cell("catalog_code") == record["CATAID"]);
      CHECK(cell("accept_condition") == record["accept_standard"]);
      CHECK(cell("limit_scene_num") == record["visit_number"]);
      CHECK(cell("link_way") == record["consult_phone"]);
      CHECK(cell("supervise_way") == record["complain_phone"]);
      CHECK(cell("use_level") == (record["matter_level"] == "省级" ? "2" : "3"));
      const std::string legal = record["handle_time"];
      CHECK(cell("anticipate_day") == (legal == "无" ? "" : legal.substr(0, legal.find('('))));
      CHECK(cell("anticipate_type") == (legal.ends_with("(工作日)") ? "1" : ""));
    }
  }
  CHECK(rows_seen == 2262);
  std::size_t materials = 0;
  for (const std::string family : {"general", "public"}) {
    materials += rows_of(file_text(folder.path() / ("up/up_task_" + family + "_material.csv"))).size() - 1;
  }
  CHECK(materials == 3434);
}
