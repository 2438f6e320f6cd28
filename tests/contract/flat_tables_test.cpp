#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <set>

#include "catalog/platform_audience.h"
#include "doc/json_tree.h"
#include "exchange/mapping.h"
#include "exchange/tree.h"
#include "media/csv.h"
#include "media/guard.h"
#include "ops/export.h"
#include "ops/import.h"
#include "support/exchange.h"
#include "support/judges.h"
#include "support/matter_generator.h"
#include "support/read_text.h"
#include "support/shared.h"
#include "support/shell.h"

using namespace matter;
using namespace matter::test;

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// What a mapping says that it cannot carry is no part of the comparison: the fields of lossy columns and those that it
/// names as not carried.
std::set<std::string> not_compared(const Mapping& mapping) {
  std::set<std::string> paths = {"_unknown"};
  for (const std::string_view path : mapping.not_carried) paths.emplace(path);
  for (const MappedTable& table : mapping.tables) {
    for (const Column& column : table.columns) {
      if (column.lossy) paths.insert(to_text(column.path));
    }
  }
  return paths;
}

/// Of a mapping that carries a part only, a record that nothing of the comparison is left of is left out too.
void leave_out(json& value, const std::string& path, const std::set<std::string>& gone) {
  if (value.is_array()) {
    for (json& item : value) leave_out(item, path + "[]", gone);
  } else if (value.is_object()) {
    for (auto at = value.begin(); at != value.end();) {
      const std::string inner = path.empty() ? at.key() : path + "." + at.key();
      if (gone.contains(inner) || at.key() == "_unknown") {
        at = value.erase(at);
      } else {
        leave_out(at.value(), inner, gone);
        const bool rest = gone.contains("version") && at.value().is_object() && at.value().empty();
        at = rest ? value.erase(at) : std::next(at);
      }
    }
  }
}

/// The matters of a catalog as the json platform says them, by code, without what is not compared.
std::map<std::string, json> matters_of(const fs::path& catalog, const fs::path& scratch,
                                       const std::set<std::string>& gone) {
  REQUIRE(export_to(catalog, "json", scratch).written);
  std::map<std::string, json> found;
  for (const std::string name : {"matters.json", "matters.sample.json"}) {
    if (!fs::exists(scratch / name)) continue;
    json whole = json::parse(whole_file(scratch / name));
    for (json& m : whole["matters"]) {
      if (m.value("sample", "") == "否") m.erase("sample");
      leave_out(m, {}, gone);
      std::string code = m.value("code", m.value("handling_code", m.value("local_code", m.value("name", ""))));
      if (m.contains("bundle")) code = m["bundle"].value("code", code);
      while (found.contains(code)) code += "#";
      found.emplace(std::move(code), std::move(m));
    }
  }
  return found;
}

/// import(export(x)) = x on the fields that the mapping carries; which medium it is, the files tell.
void check_both_ways(const fs::path& catalog, std::string_view platform, std::string_view medium) {
  CAPTURE(platform);
  CAPTURE(medium);
  const auto mapping = mapping_of(platform);
  const TemporaryFolder folder;
  const ExportResult out = export_to(catalog, std::string(platform), folder.path() / "out", medium);
  REQUIRE(out.written);
  const ImportResult back = import_from(folder.path() / "out", std::string(platform), folder.path() / "back");
  for (const Diagnostic& d : back.findings) FAIL_CHECK(d.message);
  REQUIRE(back.written);
  CHECK(back.records == out.exported);
  const std::set<std::string> gone = not_compared(*mapping);
  const auto before = matters_of(catalog, folder.path() / "before", gone);
  const auto after = matters_of(folder.path() / "back", folder.path() / "after", gone);
  REQUIRE(before.size() == out.exported + out.left_out_matters());
  REQUIRE(out.exported != 0);
  CHECK(after.size() == out.exported);
  for (const auto& entry : after) {
    const std::string& code = entry.first;
    CAPTURE(code);
    if (!before.contains(code)) {
      FAIL_CHECK("a matter came back that was not there");
    } else if (before.at(code) != entry.second) {
      FAIL_CHECK(json::diff(before.at(code), entry.second).dump());
    }
  }
}

/// In every medium that the platform has.
void check_both_ways(const fs::path& catalog, std::string_view platform) {
  const auto mapping = mapping_of(platform);
  for (const Medium one : mapping->media) check_both_ways(catalog, platform, kind_of(one).name);
}

using Rows = std::vector<std::vector<std::string>>;

/// A table as CSV says it, guards undone.
Rows rows_of(const fs::path& csv, bool guards) {
  const std::string text = whole_file(csv);
  Arena arena;
  CsvReader reader(text, arena);
  std::vector<CsvCell> row;
  Rows rows;
  while (reader.next(row)) {
    rows.emplace_back();
    for (const CsvCell& cell : row)
      rows.back().push_back(guards ? unguarded(cell.text, Guard::numbers_too) : std::string(cell.text));
  }
  return rows;
}

/// What a spreadsheet would like to run, or to make a number, a day or a formula of.
constexpr const char* awkward =
    "name: \"=1+1\"\ncode: \"11350200000000000Y3000199001000\"\nlocal_code: \"00123\"\nshort_name: \"@SUM(A1)\"\n"
    "common_name: \"-2+3\"\nmain: \"'=x\"\nsub: \"1-2\"\nparent_code: \"350200000000\"\nversion: 3\neffective: "
    "2026-01-05\n"
    "type: 行政许可\nagency: {name: \"\\t=2\", lead: \"3月1日\", office: \"1e5\", joint: [\"甲；乙\", \"丙\\\\\"]}\n"
    "contacts: {consult: \"+86 592\", complain: \"=cmd|'/c x'!A1\"}\nprocess_note: \"a\\nb, \\\"c\\\"\"\n"
    "fees: 无\nmaterials:\n  - {name: \"=表\", originals: 2}\n  - {name: \"_x0041_\", copies: 1, remark: \"12/3\"}\n";

}  // namespace

TEST_CASE("flat tables: import(export(x)) = x for every mapping that goes both ways, over the samples") {
  REQUIRE(both_ways(Form::rows).size() >= 2);
  for (const std::string& platform : both_ways(Form::rows)) {
    check_both_ways(in_repository("catalogs/five-levels/city"), platform);
    check_both_ways(in_repository("catalogs/five-levels/street"), platform);
  }
  const fs::path village = in_repository("catalogs/five-levels/village");
  std::size_t with_villages = 0;
  for (const std::string& platform : both_ways(Form::rows)) {
    const TemporaryFolder folder;
    if (export_to(village, platform, folder.path() / "out").exported == 0) continue;
    ++with_villages;
    check_both_ways(village, platform);
  }
  CHECK(with_villages >= 3);
}

TEST_CASE("flat tables: import(export(x)) = x for every mapping that goes both ways, over generated matters") {
  const TemporaryFolder folder;
  for (const std::string in : {"in", "open"}) write_file(folder.path() / in / "catalog.yaml", "format: 1\n");
  Random random(20261123);
  MatterKind kind;
  for (int i = 0; i < 120; ++i) {
    kind.present = 10 + static_cast<unsigned>(random.below(80));
    json m = json::parse(json_of(read_text(write_yaml(random_matter(random, kind), random))->matter()));
    for (const std::string key : {"standard", "sample", "bundle", "handling_code"}) m.erase(key);
    m["code"] = "T" + std::to_string(i);
    write_file(folder.path() / ("in/" + std::to_string(i) + ".yaml"), m.dump());
    for (const std::string key : {"publicity", "withheld"}) m.erase(key);
    write_file(folder.path() / ("open/" + std::to_string(i) + ".yaml"), m.dump());
  }
  // What a public platform must not have does not come back; platform_export_test tells what that is.
  for (const std::string& platform : both_ways(Form::rows))
    check_both_ways(folder.path() / (is_public_platform(platform) ? "open" : "in"), platform);
}

TEST_CASE("flat tables: in CSV nothing begins like a formula, a number or a day that is none of ours") {
  const TemporaryFolder folder;
  write_file(folder.path() / "in/a.yaml", awkward);
  REQUIRE(export_to(folder.path() / "in", "csv", folder.path() / "out").written);
  CHECK(whole_file(folder.path() / "out/matters.csv").starts_with("\xEF\xBB\xBF样例,事项标识,事项名称,"));
  for (const std::string table : {"matters", "materials"}) {
    const Rows rows = rows_of(folder.path() / "out" / (table + ".csv"), false);
    REQUIRE(rows.size() > 1);
    for (std::size_t r = 1; r < rows.size(); ++r) {
      for (std::size_t c = 0; c < rows[r].size(); ++c) {
        const std::string& cell = rows[r][c];
        CAPTURE(rows[0][c]);
        CAPTURE(cell);
        CHECK((cell.empty() || std::string("=+-@\t\r\n").find(cell.front()) == std::string::npos));
        const bool number = !cell.empty() && cell.find_first_not_of("0123456789") == std::string::npos;
        CHECK((!number || cell.size() < 4));  // counts and versions are numbers, codes are not
      }
    }
  }
  check_both_ways(folder.path() / "in", "csv");
  check_both_ways(folder.path() / "in", "jsonl");
}

TEST_CASE("flat tables: a CSV for spreadsheets holds no code that would become a number, of any platform") {
  std::size_t looked_at = 0;
  for (const std::string_view platform : known_platforms()) {
    const auto mapping = mapping_of(platform);
    if (mapping->medium != Medium::csv || !mapping->spreadsheet || !mapping->exports()) continue;
    CAPTURE(platform);
    const TemporaryFolder folder;
    const ExportResult out =
        export_to(in_repository("catalogs/five-levels/city"), std::string(platform), folder.path() / "out");
    REQUIRE(out.written);
    for (const ExportedFile& file : out.files) {
      const Rows rows = rows_of(folder.path() / "out" / file.name, false);
      for (std::size_t r = 1; r < rows.size(); ++r) {
        for (const std::string& cell : rows[r]) {
          CAPTURE(cell);
          CHECK((cell.size() < 4 || cell.find_first_not_of("0123456789") != std::string::npos));
          ++looked_at;
        }
      }
    }
  }
  CHECK(looked_at > 10'000);
}

TEST_CASE("flat tables: exceljs reads in the workbook what stands in the CSV, and no formula") {
  if (!judges_or_say("flat tables as a workbook")) return;
  const TemporaryFolder folder;
  write_file(folder.path() / "in/a.yaml", awkward);
  for (const fs::path& catalog : {folder.path() / "in", in_repository("catalogs/five-levels/city")}) {
    const std::string kind = catalog.filename() == "in" ? "" : ".sample";
    const fs::path out = folder.path() / ("out" + kind);
    REQUIRE(export_to(catalog, "csv", out / "csv").written);
    REQUIRE(export_to(catalog, "xlsx", out / "xlsx").written);
    const ShellResult read = run_judge("workbook.mjs", {(out / "xlsx" / ("catalog" + kind + ".xlsx")).string()});
    REQUIRE_MESSAGE(read.exit == 0, read.err);
    const auto mapping = mapping_of("csv");
    std::map<std::string, std::string> table_of_sheet;
    for (const MappedTable& table : mapping->tables)
      table_of_sheet[std::string(table.label) + (kind.empty() ? "" : "（样例）")] = table.name;
    const json workbook = json::parse(read.out);
    CHECK((workbook["title"].get<std::string>().find("样例") != std::string::npos) == !kind.empty());
    CHECK(workbook["sheets"].size() >= 2);
    for (const json& sheet : workbook["sheets"]) {
      CAPTURE(sheet["name"]);
      const Rows rows = rows_of(out / "csv" / (table_of_sheet.at(sheet["name"]) + kind + ".csv"), true);
      REQUIRE(sheet["rows"].size() == rows.size());
      for (std::size_t r = 0; r < rows.size(); ++r) {
        for (std::size_t c = 0; c < rows[r].size(); ++c) {
          const json& cell = sheet["rows"][r][c];
          CHECK(cell[1] == rows[r][c]);
          const bool of_ours = cell[0] == "n" && rows[r][c].size() < 4;
          CHECK((cell[0] == "s" || cell[0] == "d" || of_ours));
        }
      }
    }
  }
}

TEST_CASE("flat tables: LibreOffice reads every sheet of the workbook as it was meant") {
  const TemporaryFolder folder;
  if (run_in_shell("command -v soffice", folder.path(), MATTER_PROGRAM).exit != 0) {
    MESSAGE("skipped: LibreOffice (soffice) is not installed");
    return;
  }
  write_file(folder.path() / "in/a.yaml", awkward);
  REQUIRE(export_to(folder.path() / "in", "csv", folder.path() / "csv").written);
  REQUIRE(export_to(folder.path() / "in", "xlsx", folder.path() / "xlsx").written);
  const ShellResult made = run_in_shell(
      "HOME=$PWD soffice -env:UserInstallation=file://$PWD/profile --headless --convert-to 'csv:Text - txt - csv "
      "(StarCalc):44,34,76,1,,0,false,true,false,false,false,-1' xlsx/catalog.xlsx",
      folder.path(), MATTER_PROGRAM);
  REQUIRE_MESSAGE(made.exit == 0, made.err);
  const std::map<std::string, std::string> tables = {{"事项", "matters"}, {"申请材料", "materials"}};
  for (const auto& entry : tables) {
    const Rows theirs = rows_of(folder.path() / ("catalog-" + entry.first + ".csv"), false);
    CHECK(theirs == rows_of(folder.path() / "csv" / (entry.second + ".csv"), true));
  }
}
