#include <doctest/doctest.h>

#include "media/unzip.h"
#include "media/xlsx.h"
#include "media/xlsx_read.h"
#include "media/xlsx_text.h"
#include "media/zip.h"

// Workbooks here are crafted: what office programs are known to write, put together by hand.

using namespace matter;

namespace {

constexpr const char* transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The parts of a workbook with one sheet.
struct Parts {
  std::string workbook =
      "<workbook><sheets><sheet name=\"材料\" sheetId=\"1\" r:id=\"r1\" "
      "xmlns:r=\"x\"/></sheets></workbook>";
  std::string sheet;
  std::string strings = "<sst/>";
  std::string styles = "<styleSheet/>";
  std::string space = transitional;
  std::string prefix;  // before targets: "/xl/" where they are absolute

  [[nodiscard]] std::string bytes() const {
    const auto relation = [&](const char* id, const char* type, const std::string& target) {
      return "<Relationship Id=\"" + std::string(id) + "\" Type=\"" + space + "/" + type + "\" Target=\"" + target +
             "\"/>";
    };
    ZipWriter zip;
    zip.add("_rels/.rels",
            "<Relationships>" +
                relation("a", "officeDocument", prefix + (prefix.empty() ? "xl/" : "") + "workbook.xml") +
                "</Relationships>");
    zip.add("xl/workbook.xml", workbook);
    zip.add("xl/_rels/workbook.xml.rels", "<Relationships>" + relation("r1", "worksheet", prefix + "worksheets/s.xml") +
                                              relation("r2", "sharedStrings", prefix + "sharedStrings.xml") +
                                              relation("r3", "styles", prefix + "styles.xml") + "</Relationships>");
    zip.add("xl/worksheets/s.xml", "<worksheet>" + sheet + "</worksheet>");
    zip.add("xl/sharedStrings.xml", strings);
    zip.add("xl/styles.xml", styles);
    return zip.finish();
  }
};

std::vector<WorkbookSheet> read(const std::string& bytes, std::string* why = nullptr) {
  Collector findings(Lang::en);
  auto sheets = read_workbook(bytes, 0, findings);
  for (const Diagnostic& d : findings.found()) {
    if (why != nullptr)
      *why = d.message;
    else
      FAIL_CHECK(d.message);
  }
  return sheets;
}

std::vector<std::string> texts(const WorkbookRow& row) {
  std::vector<std::string> all;
  for (const WorkbookCell& cell : row.cells) all.push_back(cell_name(cell.column, row.number) + " " + cell.text);
  return all;
}

}  // namespace

TEST_CASE("xlsx read: what we write is read as it was") {
  Sheet sheet;
  sheet.name = "表";
  sheet.columns = {{"甲"}, {"乙"}, {"丙"}};
  sheet.rows = {{{{"=1+1"}, {"3", SheetCell::Kind::number}, {"2026-03-16", SheetCell::Kind::date}}},
                {{{"_x0041_\n\"x\""}, {""}, {"00123"}}}};
  const auto sheets = read(to_xlsx(sheet));
  REQUIRE(sheets.size() == 1);
  CHECK(sheets[0].name == "表");
  REQUIRE(sheets[0].rows.size() == 3);
  CHECK(texts(sheets[0].rows[1]) == std::vector<std::string>{"A2 =1+1", "B2 3", "C2 2026-03-16"});
  CHECK(texts(sheets[0].rows[2]) == std::vector<std::string>{"A3 _x0041_\n\"x\"", "C3 00123"});
  CHECK(sheets[0].rows[1].cells[1].kind == WorkbookCell::Kind::number);
  CHECK(sheets[0].rows[1].cells[2].kind == WorkbookCell::Kind::date);
  CHECK_FALSE(sheets[0].rows[1].cells[0].formula);
}

TEST_CASE("xlsx read: shared texts with runs, formulas, booleans, errors, hidden rows and merged cells (crafted)") {
  Parts parts;
  parts.strings =
      "<sst><si><t>甲</t></si><si><r><t>营业</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">执照 </t></r>"
      "<rPh sb=\"0\" eb=\"1\"><t>えい</t></rPh></si></sst>";
  parts.sheet =
      "<sheetData><row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"C2\" t=\"b\"><v>1</v></c>"
      "<c r=\"D2\" t=\"str\"><f>A2&amp;\"x\"</f><v>结果</v></c></row>"
      "<row r=\"5\" hidden=\"1\"><c r=\"A5\" t=\"e\"><v>#REF!</v></c><c t=\"inlineStr\"><is><t>a</t></is></c>"
      "<c><v>1.1350200000000001E+16</v></c></row><row r=\"6\"/></sheetData>"
      "<mergeCells count=\"1\"><mergeCell ref=\"A5:A7\"/></mergeCells>";
  const auto sheets = read(parts.bytes());
  REQUIRE(sheets.size() == 1);
  REQUIRE(sheets[0].rows.size() == 2);
  const WorkbookRow& first = sheets[0].rows[0];
  CHECK(texts(first) == std::vector<std::string>{"A2 营业执照 ", "C2 是", "D2 结果"});
  CHECK(first.cells[1].kind == WorkbookCell::Kind::boolean);
  CHECK(first.cells[2].formula);
  const WorkbookRow& second = sheets[0].rows[1];
  CHECK(second.hidden);
  CHECK(texts(second) == std::vector<std::string>{"A5 #REF!", "B5 a", "C5 1.1350200000000001E+16"});
  CHECK(second.cells[0].kind == WorkbookCell::Kind::error);
  CHECK(sheets[0].merged == std::vector<std::string>{"A5:A7"});
}

TEST_CASE(
    "xlsx read: parts named from the root, prefixes and the strict form, as WPS and strict Excel write (crafted)") {
  Parts parts;
  parts.prefix = "/xl/";
  parts.space = "http://purl.oclc.org/ooxml/officeDocument/relationships";
  parts.workbook =
      "<x:workbook xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:workbookPr "
      "date1904=\"true\"/><x:sheets>"
      "<x:sheet name=\"材料\" sheetId=\"1\" state=\"hidden\" r:id=\"r1\" xmlns:r=\"y\"/></x:sheets></x:workbook>";
  parts.styles =
      "<styleSheet><numFmts><numFmt numFmtId=\"176\" formatCode='yyyy&quot;年&quot;m&quot;月&quot;d'/></numFmts>"
      "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"176\"/></cellXfs></styleSheet>";
  parts.sheet =
      "<x:sheetData xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:row><x:c "
      "s=\"1\"><x:v>44562.5</x:v></x:c>"
      "<x:c t=\"d\"><x:v>2026-01-31T00:00:00</x:v></x:c></x:row></x:sheetData>";
  const auto sheets = read(parts.bytes());
  REQUIRE(sheets.size() == 1);
  CHECK(sheets[0].hidden);
  REQUIRE(sheets[0].rows.size() == 1);
  CHECK(texts(sheets[0].rows[0]) == std::vector<std::string>{"A1 2026-01-02 12:00:00", "B1 2026-01-31"});
}

TEST_CASE("xlsx read: what is no workbook, locked, cut off or hostile is refused in words") {
  std::string why;
  CHECK(read("name: 甲\n", &why).empty());
  CHECK(why == "the workbook cannot be read: no workbook (.xlsx), or a damaged one");
  CHECK(read("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", &why).empty());
  CHECK(why == "the workbook cannot be read: an old .xls, or locked with a password: save it as an .xlsx without one");
  Parts parts;
  parts.sheet = "<sheetData/>";
  const std::string good = parts.bytes();
  for (const std::size_t length : {good.size() - 1, good.size() / 2, std::size_t{30}}) {
    why.clear();
    CHECK(read(good.substr(0, length), &why).empty());
    CHECK_FALSE(why.empty());
  }
  std::string damaged = good;
  damaged[good.find("xl/worksheets/s.xml") + 25] ^= 0x55;
  why.clear();
  CHECK(read(damaged, &why).empty());
  CHECK_FALSE(why.empty());
  parts.strings =
      "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]><sst><si><t>&a;</t></si></sst>";
  why.clear();
  CHECK(read(parts.bytes(), &why).empty());
  CHECK(why == "the workbook cannot be read: no workbook (.xlsx), or a damaged one");
}

TEST_CASE("xlsx read: of a cell that stands in it twice neither is taken (crafted)") {
  Parts parts;
  parts.sheet =
      "<sheetData><row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>2</v></c><c "
      "r=\"A2\"><v>3</v></c></row></sheetData>";
  std::string why;
  CHECK(read(parts.bytes(), &why).empty());
  CHECK(why.find("!A2 stands in it twice") != std::string::npos);
}

TEST_CASE("xlsx read: an archive that swells beyond measure is not unpacked") {
  ZipWriter zip;
  zip.add("x", std::string(std::size_t{64} << 20U, 'a'));
  const std::string bytes = zip.finish();
  ZipReader reader(bytes);
  CHECK_FALSE(reader.read("x").has_value());
  CHECK(reader.problem() == ZipReader::Problem::too_large);
  Parts parts;
  parts.sheet = "<sheetData>" + std::string(std::size_t{8} << 20U, ' ') + "</sheetData>";
  std::string why;
  CHECK(read(parts.bytes(), &why).empty());
  CHECK(why == "the workbook cannot be read: too large when unpacked; not read");
}

TEST_CASE("xlsx read: days of both calendars, and which formats are days") {
  CHECK(date_of_serial("45000", false) == "2023-03-15");
  CHECK(date_of_serial("1", false) == "1900-01-01");
  CHECK(date_of_serial("59", false) == "1900-02-28");
  CHECK_FALSE(date_of_serial("60", false).has_value());
  CHECK(date_of_serial("61", false) == "1900-03-01");
  CHECK(date_of_serial("0", true) == "1904-01-01");
  CHECK(date_of_serial("45000.999999", false) == "2023-03-16");
  for (const char* const bad : {"-1", "3e9", "nan", "inf", "", "1x"})
    CHECK_FALSE(date_of_serial(bad, false).has_value());
  CHECK(is_date_format(14, ""));
  CHECK(is_date_format(31, ""));
  CHECK_FALSE(is_date_format(2, ""));
  CHECK(is_date_format(176, "yyyy\\-mm\\-dd"));
  CHECK_FALSE(is_date_format(176, "0.00\"days\"[Red]\\d"));
  CHECK(plain_cell_text("a_x0041_b_x000D_\nc_x00g1_") == "aAb\nc_x00g1_");
}
