#include "media/xlsx.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>

#include "media/xlsx_forms.h"
#include "media/xlsx_notes.h"
#include "media/xlsx_parts.h"
#include "media/zip.h"
#include "text/unicode.h"

namespace matter {

namespace {

using namespace xlsx;

constexpr std::size_t most_rows = 1048575;  // the heading is one more
constexpr std::size_t most_name = 31;
/// What people may do all the same where a sheet is locked.
constexpr std::string_view protection =
    "<sheetProtection sheet=\"1\" formatCells=\"0\" formatColumns=\"0\" formatRows=\"0\" insertRows=\"0\" "
    "deleteRows=\"0\" sort=\"0\" autoFilter=\"0\"/>";

std::string sheet_name(std::string_view wish, std::size_t nth) {
  const std::string behind = nth > 1 ? fmt::format(" ({})", nth) : std::string();
  std::string name;
  std::size_t units = behind.size();
  for (std::size_t at = 0; at < wish.size();) {
    const char32_t c = next_code_point(wish, at);
    units += c > 0xFFFF ? 2 : 1;
    if (units > most_name) break;
    const bool refused = c < 0x20 || std::u32string_view(U"[]:*?/\\'").find(c) != std::u32string_view::npos;
    append_utf8(name, refused ? U' ' : c);
  }
  return (name.find_first_not_of(' ') == std::string::npos ? "Sheet" : name) + behind;
}

/// In a printed header & begins a code.
std::string header_text(std::string_view text) {
  constexpr std::size_t most = 100;
  std::string doubled;
  for (const char c : text) doubled.append(c == '&' ? 2 : 1, c);
  return xml_text(doubled, most);
}

/// Lines that a text takes in a column: no program is asked, so that the row is high enough in all of them.
std::size_t lines_of(std::string_view text, double width) {
  std::size_t lines = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const auto columns = static_cast<double>(display_width(text.substr(at, end - at)));
    lines += std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil(columns / std::max(1.0, width - 1))));
    at = end + 1;
  }
  return lines;
}

/// Days as a workbook counts them.
std::optional<long> day_number(const std::string& text) {
  int year = 0;
  unsigned month = 0, day = 0;
  if (std::sscanf(text.c_str(), "%4d-%2u-%2u", &year, &month, &day) != 3) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  if (!date.ok()) return std::nullopt;
  const std::chrono::sys_days first = std::chrono::year{1899} / 12 / 30;
  return (std::chrono::sys_days(date) - first).count();
}

class SheetXml {
 public:
  explicit SheetXml(const Sheet& sheet) : sheet_(sheet) {}

  std::string write(std::size_t from, std::size_t to) {
    out_ = declaration;
    const std::size_t kept = std::min(sheet_.kept_in_view, sheet_.columns.size() - 1);
    put("<worksheet xmlns=\"{}\" xmlns:r=\"{}\"><sheetPr><pageSetUpPr "
        "fitToPage=\"{}\"/></sheetPr><sheetViews><sheetView "
        "workbookViewId=\"0\"><pane {}ySplit=\"1\" topLeftCell=\"{}2\" activePane=\"{}\" state=\"frozen\"/>"
        "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>",
        main_space, office_space, sheet_.one_page_wide ? 1 : 0,
        kept != 0 ? fmt::format("xSplit=\"{}\" ", kept) : std::string(), column_name(kept),
        kept != 0 ? "bottomRight" : "bottomLeft");
    for (std::size_t c = 0; c < sheet_.columns.size(); ++c) column(c);
    put("</cols><sheetData><row r=\"1\">");
    for (std::size_t c = 0; c < sheet_.columns.size(); ++c)
      text(c, 1, heading_of(sheet_.columns[c]), sheet_.columns[c].title);
    put("</row>");
    for (std::size_t r = from; r < to; ++r) row(sheet_.rows[r], r - from + 2);
    put("</sheetData>{}<autoFilter ref=\"A1:{}{}\"/>", sheet_.locked ? protection : std::string_view(),
        column_name(sheet_.columns.size() - 1), to - from + 1);
    drop_downs(to - from);
    put("{}<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.7\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
        "<pageSetup paperSize=\"9\" orientation=\"landscape\"{}/>"
        "<headerFooter><oddHeader>&amp;C{}</oddHeader><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>"
        "{}</worksheet>\n",
        sheet_.editable ? "<printOptions gridLines=\"1\"/>" : "",
        sheet_.one_page_wide ? " fitToHeight=\"0\"" : " scale=\"60\"", header_text(sheet_.header),
        sheet_.notes.empty() || from != 0 ? "" : "<legacyDrawing r:id=\"rId1\"/>");
    return std::move(out_);
  }

 private:
  template <class... Args>
  void put(fmt::format_string<Args...> words, Args&&... args) {
    fmt::format_to(std::back_inserter(out_), words, std::forward<Args>(args)...);
  }

  static unsigned heading_of(const SheetColumn& column) {
    return column.required ? heading_required : column.fixed ? heading_fixed : heading;
  }

  void column(std::size_t c) {
    const SheetColumn& column = sheet_.columns[c];
    put("<col min=\"{0}\" max=\"{0}\" width=\"{1:.2f}\" customWidth=\"1\"{2}{3}/>", c + 1, column.width,
        sheet_.editable ? fmt::format(" style=\"{}\"", column_form(column.kind)) : std::string(),
        column.hidden ? " hidden=\"1\"" : "");
  }

  /// For some rows that are not there yet, too; not for all that could be: some programs look at each cell of a range.
  void drop_downs(std::size_t rows) {
    constexpr std::size_t more = 500;
    if (sheet_.drop_downs.empty()) return;
    put("<dataValidations count=\"{}\">", sheet_.drop_downs.size());
    for (const DropDown& one : sheet_.drop_downs) {
      const std::string column = column_name(one.column);
      put("<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"{}\" sqref=\"{}2:{}{}\"><formula1>{}"
          "</formula1></dataValidation>",
          one.strict ? 1 : 0, column, column, std::min(rows + more, most_rows) + 1, xml_text(one.from));
    }
    put("</dataValidations>");
  }

  void text(std::size_t column, std::size_t row, unsigned form, std::string_view said) {
    put("<c r=\"{}{}\" s=\"{}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>", column_name(column),
        row, form, cell_text(said, sheet_.cut_mark));
  }

  void row(const SheetRow& row, std::size_t at) {
    constexpr double line_height = 17, most_height = 409;  // points; ideographs come in a taller font
    std::size_t lines = 1;
    for (std::size_t c = 0; c < std::min(row.cells.size(), sheet_.columns.size()); ++c)
      lines = std::max(lines, lines_of(row.cells[c].text, sheet_.columns[c].width));
    put("<row r=\"{}\" ht=\"{:.0f}\" customHeight=\"1\">", at,
        std::min(most_height, line_height * static_cast<double>(std::min(lines, sheet_.most_lines))));
    for (std::size_t c = 0; c < row.cells.size(); ++c) cell(row, c, at);
    put("</row>");
  }

  void cell(const SheetRow& row, std::size_t column, std::size_t at) {
    const SheetCell& cell = row.cells[column];
    const bool tinted = column == sheet_.tinted && row.tint != Tint::none;
    if (sheet_.editable) return editable(cell, column, at);
    const Form usual = sheet_.columns[column].text ? literal : plain;
    const Form form = !tinted ? usual : row.tint == Tint::bad ? bad : doubtful;
    const auto day = cell.kind == SheetCell::Kind::date ? day_number(cell.text) : std::nullopt;
    const bool digits = !cell.text.empty() && cell.text.find_first_not_of("0123456789") == std::string::npos;
    if (cell.text.empty()) {
      put("<c r=\"{}{}\" s=\"{}\"/>", column_name(column), at, static_cast<unsigned>(form));
    } else if (cell.kind == SheetCell::Kind::number && digits) {
      put("<c r=\"{}{}\" s=\"{}\"><v>{}</v></c>", column_name(column), at, static_cast<unsigned>(number), cell.text);
    } else if (day) {
      put("<c r=\"{}{}\" s=\"{}\"><v>{}</v></c>", column_name(column), at, static_cast<unsigned>(date), *day);
    } else {
      text(column, at, form, cell.text);
    }
  }

  void editable(const SheetCell& cell, std::size_t column, std::size_t at) {
    if (cell.text.empty() && cell.look == SheetCell::Look::usual) return;  // as the column is
    const bool digits = !cell.text.empty() && cell.text.find_first_not_of("0123456789") == std::string::npos;
    const auto day = cell.kind == SheetCell::Kind::date ? day_number(cell.text) : std::nullopt;
    const bool literal_text =
        (cell.kind == SheetCell::Kind::number && !digits) || (cell.kind == SheetCell::Kind::date && !day);
    const SheetCell::Kind kind = cell.text.empty() ? sheet_.columns[column].kind
                                 : literal_text    ? SheetCell::Kind::text
                                                   : cell.kind;
    const unsigned form = editable_form(
        kind, cell.look, sheet_.columns[column].fixed && !cell.text.empty() && cell.look != SheetCell::Look::grey);
    if (cell.text.empty()) {
      put("<c r=\"{}{}\" s=\"{}\"/>", column_name(column), at, form);
    } else if (kind == SheetCell::Kind::text) {
      text(column, at, form, cell.text);
    } else {
      put("<c r=\"{}{}\" s=\"{}\"><v>{}</v></c>", column_name(column), at, form,
          day ? std::to_string(*day) : cell.text);
    }
  }

  const Sheet& sheet_;
  std::string out_;
};

std::string relation(std::size_t id, std::string_view space, std::string_view kind, std::string_view target) {
  return fmt::format("<Relationship Id=\"rId{}\" Type=\"{}/{}\" Target=\"{}\"/>", id, space, kind, target);
}

std::string relations(const std::string& rows) {
  return fmt::format("{}<Relationships xmlns=\"{}/relationships\">{}</Relationships>\n", declaration, package_space,
                     rows);
}

/// One part of a workbook: a sheet, or the rows that one had no room for.
struct Page {
  const Sheet* sheet;
  std::size_t from, to, nth;
};

std::vector<Page> pages_of(const std::vector<Sheet>& sheets) {
  std::vector<Page> pages;
  for (const Sheet& sheet : sheets) {
    std::size_t row = 0;
    std::size_t nth = 0;
    do {
      const std::size_t end = std::min(sheet.rows.size(), row + most_rows);
      pages.push_back({&sheet, row, end, ++nth});
      row = end;
    } while (row < sheet.rows.size());
  }
  return pages;
}

bool has_notes(const Page& page) { return page.from == 0 && !page.sheet->notes.empty(); }

void add_notes(ZipWriter& zip, const Page& page, std::size_t number, std::size_t& block) {
  if (!has_notes(page)) return;
  zip.add(fmt::format("xl/comments{}.xml", number), notes_xml(page.sheet->notes));
  zip.add(fmt::format("xl/drawings/vmlDrawing{}.vml", number), note_boxes(page.sheet->notes, block));
  zip.add(fmt::format("xl/worksheets/_rels/sheet{}.xml.rels", number),
          relations(relation(1, office_space, "vmlDrawing", fmt::format("../drawings/vmlDrawing{}.vml", number)) +
                    relation(2, office_space, "comments", fmt::format("../comments{}.xml", number))));
}

/// Columns that each page begins with, where a sheet is wider than one.
std::string kept_in_print(const Sheet& sheet, const std::string& name) {
  if (sheet.one_page_wide || sheet.kept_in_view == 0) return {};
  return fmt::format("'{}'!$A:${},", name, column_name(sheet.kept_in_view - 1));
}

void add_workbook(ZipWriter& zip, const std::vector<Page>& pages) {
  std::string names, defined, links;
  for (std::size_t i = 1; i <= pages.size(); ++i) {
    const Page& page = pages[i - 1];
    const std::string name = xml_text(sheet_name(page.sheet->name, page.nth));
    constexpr std::string_view states[] = {"", " state=\"hidden\"", " state=\"veryHidden\""};
    names += fmt::format("<sheet name=\"{}\" sheetId=\"{}\"{} r:id=\"rId{}\"/>", name, i,
                         states[static_cast<std::size_t>(page.sheet->seen)], i);
    defined += fmt::format(
        "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{0}\" "
        "hidden=\"1\">'{1}'!$A$1:${2}${3}</definedName>"
        "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{0}\">{4}'{1}'!$1:$1</definedName>",
        i - 1, name, column_name(page.sheet->columns.size() - 1), page.to - page.from + 1,
        kept_in_print(*page.sheet, name));
    links += relation(i, office_space, "worksheet", fmt::format("worksheets/sheet{}.xml", i));
  }
  zip.add("xl/_rels/workbook.xml.rels",
          relations(links + relation(pages.size() + 1, office_space, "styles", "styles.xml")));
  zip.add("xl/workbook.xml",
          fmt::format("{}<workbook xmlns=\"{}\" xmlns:r=\"{}\"><sheets>{}</sheets><definedNames>{}</definedNames>"
                      "</workbook>\n",
                      declaration, main_space, office_space, names, defined));
}

/// What stands around the sheets.
void add_frame(ZipWriter& zip, const std::vector<Page>& pages) {
  constexpr std::string_view type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  std::string types;
  for (std::size_t i = 1; i <= pages.size(); ++i) {
    types +=
        fmt::format("<Override PartName=\"/xl/worksheets/sheet{}.xml\" ContentType=\"{}.worksheet+xml\"/>", i, type);
    if (has_notes(pages[i - 1]))
      types += fmt::format("<Override PartName=\"/xl/comments{}.xml\" ContentType=\"{}.comments+xml\"/>", i, type);
  }
  zip.add("[Content_Types].xml",
          fmt::format("{}<Types xmlns=\"{}/content-types\"><Default Extension=\"rels\" "
                      "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default "
                      "Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"vml\" "
                      "ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/><Override "
                      "PartName=\"/xl/workbook.xml\" "
                      "ContentType=\"{}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" "
                      "ContentType=\"{}.styles+xml\"/><Override PartName=\"/docProps/core.xml\" "
                      "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>{}</Types>\n",
                      declaration, package_space, type, type, types));
  zip.add("_rels/.rels", relations(relation(1, office_space, "officeDocument", "xl/workbook.xml") +
                                   relation(2, fmt::format("{}/relationships/metadata", package_space),
                                            "core-properties", "docProps/core.xml")));
  add_workbook(zip, pages);
  zip.add("xl/styles.xml", styles());
  const Sheet& first = *pages.front().sheet;
  const std::chrono::year_month_day made{first.made};
  zip.add(
      "docProps/core.xml",
      fmt::format("{}<cp:coreProperties xmlns:cp=\"{}/metadata/core-properties\" "
                  "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
                  "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:creator>matter"
                  "</dc:creator><dcterms:created xsi:type=\"dcterms:W3CDTF\">{:04}-{:02}-{:02}T00:00:00Z"
                  "</dcterms:created></cp:coreProperties>\n",
                  declaration, package_space, xml_text(first.title), static_cast<int>(made.year()),
                  static_cast<unsigned>(made.month()), static_cast<unsigned>(made.day())));
}

}  // namespace

std::size_t utf16_length(std::string_view text) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) units += next_code_point(text, at) > 0xFFFF ? 2U : 1U;
  return units;
}

std::string to_xlsx(const std::vector<Sheet>& sheets) {
  ZipWriter zip;
  const std::vector<Page> pages = pages_of(sheets);
  std::size_t block = 1;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    zip.add(fmt::format("xl/worksheets/sheet{}.xml", i + 1),
            SheetXml(*pages[i].sheet).write(pages[i].from, pages[i].to));
    add_notes(zip, pages[i], i + 1, block);
  }
  add_frame(zip, pages);
  return zip.finish();
}

std::string to_xlsx(const Sheet& sheet) { return to_xlsx(std::vector<Sheet>{sheet}); }

}  // namespace matter
