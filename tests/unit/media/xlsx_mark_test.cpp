#include "media/xlsx_mark.h"

#include <doctest/doctest.h>

#include "media/unzip.h"
#include "media/xlsx.h"
#include "media/xlsx_read.h"

using namespace matter;

namespace {

std::string book() {
  Sheet noted;
  noted.name = "甲";
  noted.columns = {{"一", 10}, {"二", 10}};
  noted.rows.push_back({{{"a"}, {"b"}}, Tint::none});
  noted.notes.push_back({1, 0, "先问一下"});
  Sheet bare = noted;
  bare.name = "乙";
  bare.notes.clear();
  return to_xlsx({noted, bare});
}

std::string part(const std::string& bytes, const std::string& name) {
  ZipReader zip(bytes);
  return zip.read(name).value_or("(none)");
}

std::string between(const std::string& text, std::string_view from, std::string_view to) {
  const std::size_t begin = text.find(from);
  return text.substr(begin, text.find(to) - begin);
}

bool has(const std::string& text, std::string_view what) { return text.find(what) != std::string::npos; }

}  // namespace

TEST_CASE("xlsx mark: cells stay byte for byte, notes stand below people's own, and colours are conditional formats") {
  const std::string before = book();
  const auto after = mark_workbook(
      before, {{"甲", 0, 2, true, "错了"}, {"甲", 1, 2, false, "再看看"}, {"乙", 1, 5, true, "少了 <一行>"}});
  REQUIRE(after);
  for (const char* const sheet : {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"}) {
    const std::string was = part(before, sheet), is = part(*after, sheet);
    CHECK(between(was, "<sheetData>", "</sheetData>") == between(is, "<sheetData>", "</sheetData>"));
    CHECK(has(is, "<conditionalFormatting sqref="));
    CHECK(is.find("<conditionalFormatting") < is.find("<pageMargins"));
  }
  CHECK(part(before, "docProps/core.xml") == part(*after, "docProps/core.xml"));
  CHECK(part(before, "xl/workbook.xml") == part(*after, "xl/workbook.xml"));
  const std::string notes = part(*after, "xl/comments1.xml");
  CHECK(notes.find("先问一下") < notes.find("—— matter ——\n错了"));
  CHECK(has(notes, "ref=\"B2\""));
  CHECK(has(part(*after, "xl/matter_comments2.xml"), "少了 &lt;一行&gt;"));
  CHECK(has(part(*after, "xl/worksheets/sheet2.xml"), "<legacyDrawing "));
  CHECK(has(part(*after, "[Content_Types].xml"), "PartName=\"/xl/matter_comments2.xml\""));
  Collector findings(Lang::zh);
  CHECK(read_workbook(*after, no_source, findings).size() == 2);
  CHECK(findings.found().empty());
}

TEST_CASE("xlsx mark: marks of an earlier call go, and people's own note stays") {
  const std::string before = book();
  const auto marked = mark_workbook(before, {{"甲", 0, 2, true, "错了"}, {"甲", 1, 2, false, "再看看"}});
  REQUIRE(marked);
  const auto clean = mark_workbook(*marked, {});
  REQUIRE(clean);
  CHECK(part(*clean, "xl/worksheets/sheet1.xml") == part(before, "xl/worksheets/sheet1.xml"));
  const std::string notes = part(*clean, "xl/comments1.xml");
  CHECK(has(notes, "先问一下"));
  CHECK(!has(notes, "matter ——"));
  CHECK(!has(notes, "ref=\"B2\""));
  CHECK(part(*clean, "xl/drawings/vmlDrawing1.vml") == part(before, "xl/drawings/vmlDrawing1.vml"));
  const auto again = mark_workbook(*marked, {{"甲", 1, 2, false, "再看看"}});
  REQUIRE(again);
  CHECK(part(*again, "xl/styles.xml") == part(*marked, "xl/styles.xml"));
  CHECK(has(part(*again, "xl/comments1.xml"), "再看看"));
  CHECK(!has(part(*again, "xl/comments1.xml"), "错了"));
}

TEST_CASE("xlsx mark: what is no workbook is none") {
  CHECK(!mark_workbook("no zip", {}));
  CHECK(!mark_workbook({}, {}));
}
