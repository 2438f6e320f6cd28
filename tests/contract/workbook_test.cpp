#include <doctest/doctest.h>

#include <string>

#include "media/csv.h"
#include "media/guard.h"
#include "media/xlsx.h"
#include "support/shared.h"
#include "support/shell.h"

using namespace matter;
using namespace matter::test;

namespace {

/// LibreOffice, as the program that opens what we write.
bool office_or_say() {
  const TemporaryFolder folder;
  if (run_in_shell("command -v soffice", folder.path(), MATTER_PROGRAM).exit == 0) return true;
  MESSAGE("skipped: LibreOffice (soffice) is not installed");
  return false;
}

void convert(const TemporaryFolder& folder, const std::string& file, const std::string& to) {
  const ShellResult result = run_in_shell(
      "HOME=$PWD soffice -env:UserInstallation=file://$PWD/profile --headless --convert-to '" + to + "' " + file,
      folder.path(), MATTER_PROGRAM);
  REQUIRE_MESSAGE(result.exit == 0, result.err);
}

std::vector<std::vector<std::string>> rows_of(const std::string& csv) {
  Arena arena;
  CsvReader reader(csv, arena);
  std::vector<CsvCell> row;
  std::vector<std::vector<std::string>> rows;
  while (reader.next(row)) {
    rows.emplace_back();
    for (const CsvCell& cell : row) rows.back().emplace_back(cell.text);
  }
  return rows;
}

constexpr const char* as_csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false";

std::string long_text(std::size_t characters) {
  std::string text;
  for (std::size_t i = 0; i < characters; ++i) text += "长";
  return text;
}

}  // namespace

TEST_CASE("workbook: LibreOffice reads every text as it was, and none as a formula") {
  const std::string texts[] = {"=1+1",     "+1",
                               "-1",       "@SUM(A1)",
                               "'=1",      "=cmd|'/c x'!A1",
                               "＝1+1",    "00123",
                               "1e5",      "TRUE",
                               "_x0041_",  "a\nb",
                               "\"x\",y",  "https://example.gov.cn",
                               "2026-1-2", "示例 𠮷",
                               "a & <b>",  "11350200000000000Y3000199001000"};
  Sheet sheet;
  sheet.name = "示例[1]:*?/\\的'表";
  sheet.header = "示例 & 样例";
  sheet.columns = {{"=标题", 20}, {"数", 6}, {"日期", 12}};
  for (const std::string& text : texts) {
    sheet.rows.push_back({{{text}, {"3", SheetCell::Kind::number}, {"2026-03-16", SheetCell::Kind::date}}, Tint::bad});
  }
  if (!office_or_say()) return;
  const TemporaryFolder folder;
  write_file(folder.path() / "t.xlsx", to_xlsx(sheet));
  convert(folder, "t.xlsx", as_csv);
  const auto rows = rows_of(whole_file(folder.path() / "t.csv"));
  REQUIRE(rows.size() == std::size(texts) + 1);
  CHECK(rows[0][0] == "=标题");
  for (std::size_t i = 0; i < std::size(texts); ++i) {
    CAPTURE(texts[i]);
    CHECK(rows[i + 1][0] == texts[i]);
    CHECK(rows[i + 1][1] == "3");
    CHECK(rows[i + 1][2] == "2026-03-16");
  }
  const std::string page = run_in_shell("unzip -p t.xlsx xl/worksheets/sheet1.xml", folder.path(), MATTER_PROGRAM).out;
  CHECK(page.find("<f>") == std::string::npos);
  CHECK(page.find("<pane ySplit=\"1\"") != std::string::npos);
  CHECK(page.find("<autoFilter ref=\"A1:C19\"") != std::string::npos);
  CHECK(page.find("示例 &amp;&amp; 样例") != std::string::npos);
}

TEST_CASE("workbook: what a cell cannot hold is cut with a word, and the same sheet has the same bytes") {
  Sheet sheet;
  sheet.columns = {{"甲", 20}};
  sheet.cut_mark = "（未完）";
  sheet.rows.push_back({{{long_text(32767)}}, Tint::none});
  sheet.rows.push_back({{{long_text(32768)}}, Tint::none});
  sheet.rows.push_back({{{"\xFF\x01 broken"}}, Tint::none});
  const std::string bytes = to_xlsx(sheet);
  CHECK(bytes.starts_with("PK"));
  CHECK(bytes == to_xlsx(sheet));
  if (!office_or_say()) return;
  const TemporaryFolder folder;
  write_file(folder.path() / "t.xlsx", bytes);
  convert(folder, "t.xlsx", as_csv);
  const auto rows = rows_of(whole_file(folder.path() / "t.csv"));
  REQUIRE(rows.size() == 4);
  CHECK(rows[1][0] == long_text(32767));
  CHECK(rows[2][0] == long_text(32767 - 4) + "（未完）");
  CHECK(rows[3][0].ends_with(" broken"));
}

TEST_CASE("workbook: a ledger says the same in its workbook and in its CSV") {
  if (!office_or_say()) return;
  const TemporaryFolder folder;
  write_file(folder.path() / "a.yaml",
             "name: =1+1\nsample: 是\ncode: \"11350200000000000Y3000199001000\"\ntype: 行政许可\nagency: {name: "
             "\"../@甲:局\"}\nlimits: {legal: 20 工作日, promised: 30 工作日}\n");
  const ShellResult made = run_in_shell(
      "matter validate a.yaml --split agency --deadline 2026-12-31 --date 2026-11-23 --output out --lang zh; "
      "cd out; mv ..*.csv a.csv; mv ..*.xlsx a.xlsx; mv _*.csv a.csv; mv _*.xlsx a.xlsx",
      folder.path(), MATTER_PROGRAM);
  const TemporaryFolder office;
  write_file(office.path() / "a.xlsx", whole_file(folder.path() / "out/a.xlsx"));
  convert(office, "a.xlsx", as_csv);
  const auto ours = rows_of(whole_file(folder.path() / "out/a.csv"));
  const auto theirs = rows_of(whole_file(office.path() / "a.csv"));
  REQUIRE_MESSAGE(ours.size() > 3, made.err);
  REQUIRE(ours.size() == theirs.size());
  for (std::size_t r = 0; r < ours.size(); ++r) {
    REQUIRE(ours[r].size() == theirs[r].size());
    for (std::size_t c = 0; c < ours[r].size(); ++c) CHECK(unguarded(ours[r][c]) == theirs[r][c]);
  }
  CHECK(ours[1][1] == "'=1+1");
  CHECK(theirs[1][1] == "=1+1");
}
