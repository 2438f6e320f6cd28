#include "report/workbook_sheets.h"

#include <doctest/doctest.h>

#include "media/unzip.h"
#include "media/xlsx_read.h"
#include "ops/workbook_export.h"
#include "support/tree.h"

using namespace matter;
using matter::test::Tree;

namespace {

/// The workbook of one matter.
struct Book {
  explicit Book(const std::string& text) {
    tree.add("a.yaml", text);
    RunOptions run;
    run.today = {2026, 1, 31};
    made = export_workbook({tree.path("a.yaml"), {}, false}, run, sources);
    bytes = workbook_bytes(made.content, Lang::zh);
  }
  [[nodiscard]] std::string part(const std::string& name) const {
    ZipReader zip(bytes);
    return zip.read(name).value_or(std::string());
  }
  [[nodiscard]] std::vector<WorkbookSheet> sheets() const {
    Collector findings(Lang::zh);
    return read_workbook(bytes, no_source, findings);
  }

  Tree tree;
  Sources sources;
  WorkbookExport made;
  std::string bytes;
};

bool has(const std::string& text, std::string_view what) { return text.find(what) != std::string::npos; }

constexpr const char* a_permit =
    "name: 示例许可\ncode: \"00123\"\ntype: 行政许可\nmaterials:\n  - {name: 申请表, originals: 1}\n";

}  // namespace

TEST_CASE("workbook sheets: what fits is printed on one page wide, and a wider one repeats whose row it is") {
  const Book book(a_permit);
  const std::string guide = book.part("xl/worksheets/sheet1.xml");
  CHECK(has(guide, "<pageSetUpPr fitToPage=\"1\"/>"));
  CHECK(has(guide, "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>"));
  const std::string matters = book.part("xl/worksheets/sheet2.xml");
  CHECK(has(matters, "<pageSetUpPr fitToPage=\"0\"/>"));
  CHECK(has(matters, "<pageSetup paperSize=\"9\" orientation=\"landscape\" scale=\"60\"/>"));
  CHECK(has(matters, "<printOptions gridLines=\"1\"/>"));
  const std::string names = book.part("xl/workbook.xml");
  CHECK(has(names, "localSheetId=\"0\">'说明'!$1:$1<"));
  CHECK(has(names, "localSheetId=\"1\">'事项'!$A:$C,'事项'!$1:$1<"));
}

TEST_CASE("workbook sheets: the guide, the matters, their lists, and what nobody sees") {
  const Book book(a_permit);
  const std::vector<WorkbookSheet> sheets = book.sheets();
  REQUIRE(sheets.size() > 4);
  CHECK(sheets[0].name == "说明");
  CHECK(sheets[1].name == "事项");
  CHECK(sheets.back().name == "原值（勿改）");
  CHECK(sheets.back().hidden);
  CHECK(sheets[sheets.size() - 2].name == "取值");
  CHECK(sheets[sheets.size() - 2].hidden);
  for (const WorkbookSheet& sheet : sheets) {
    if (sheet.name != "申请材料") continue;
    CHECK(!sheet.hidden);
    REQUIRE(sheet.rows.size() == 2);
  }
}

TEST_CASE("workbook sheets: samples say so in their names and above each page") {
  const Book book(std::string(a_permit) + "sample: true\n");
  CHECK(book.sheets()[1].name == "事项（样例）");
  CHECK(has(book.part("xl/worksheets/sheet1.xml"), "有样例，非正式文本"));
}
