#include "media/xlsx.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>

#include "media/zip.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::size_t most_rows = 1048575;  // the heading is one more
constexpr std::size_t most_units = most_cell_units;
constexpr std::size_t most_name = 31;
constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view main_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view office_space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view package_space = "http://schemas.openxmlformats.org/package/2006";

/// Looks of cells, in the order of `cellXfs` in the styles.
enum Form : unsigned { standard, plain, number, date, bad, doubtful, heading, literal };

/// `_x0041_` means A in a workbook: such a text is written so that it comes back as it is.
bool is_escape(std::string_view text) {
  constexpr std::size_t length = 7;
  return text.size() >= length && text.starts_with("_x") && text[length - 1] == '_' &&
         text.substr(2, 4).find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

void append_escaped(std::string& to, char32_t c) {
  switch (c) {
    case U'&': to += "&amp;"; return;
    case U'<': to += "&lt;"; return;
    case U'>': to += "&gt;"; return;
    case U'"': to += "&quot;"; return;
    default: break;
  }
  if (c == 0xFFFE || c == 0xFFFF) c = 0xFFFD;
  if (c < 0x20 && c != U'\n' && c != U'\t') {
    to += fmt::format("_x{:04X}_", static_cast<unsigned>(c));
  } else {
    append_utf8(to, c);
  }
}

/// As XML, and no longer than a cell can hold.
std::string cell_text(std::string_view text, std::string_view cut_mark) {
  std::string out;
  std::size_t units = 0, cut = 0;  // `cut`: the length of `out` up to which the mark still fits behind it
  const std::size_t room = most_units - count_characters(cut_mark);
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '_' && is_escape(text.substr(at))) out += "_x005F";
    const char32_t c = next_code_point(text, at);
    units += c > 0xFFFF ? 2 : 1;
    if (units > most_units) {
      out.resize(cut);
      return out.append(cut_mark);
    }
    append_escaped(out, c);
    if (units <= room) cut = out.size();
  }
  return out;
}

/// In an attribute or a text that is no cell: control characters have no business there.
std::string xml_text(std::string_view text, std::size_t most = most_units) {
  std::string out;
  for (std::size_t at = 0, n = 0; at < text.size() && n < most; ++n) {
    const char32_t c = next_code_point(text, at);
    append_escaped(out, c < 0x20 ? U' ' : c);
  }
  return out;
}

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

std::string column_name(std::size_t column) {
  std::string name;
  for (std::size_t n = column + 1; n > 0; n = (n - 1) / 26)
    name.insert(name.begin(), static_cast<char>('A' + (n - 1) % 26));
  return name;
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
    put("<worksheet xmlns=\"{}\"><sheetPr><pageSetUpPr fitToPage=\"{}\"/></sheetPr><sheetViews><sheetView "
        "workbookViewId=\"0\"><pane {}ySplit=\"1\" topLeftCell=\"{}2\" activePane=\"{}\" state=\"frozen\"/>"
        "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>",
        main_space, sheet_.one_page_wide ? 1 : 0, kept != 0 ? fmt::format("xSplit=\"{}\" ", kept) : std::string(),
        column_name(kept), kept != 0 ? "bottomRight" : "bottomLeft");
    for (std::size_t c = 0; c < sheet_.columns.size(); ++c)
      put("<col min=\"{0}\" max=\"{0}\" width=\"{1:.2f}\" customWidth=\"1\"/>", c + 1, sheet_.columns[c].width);
    put("</cols><sheetData><row r=\"1\">");
    for (std::size_t c = 0; c < sheet_.columns.size(); ++c) text(c, 1, heading, sheet_.columns[c].title);
    put("</row>");
    for (std::size_t r = from; r < to; ++r) row(sheet_.rows[r], r - from + 2);
    put("</sheetData><autoFilter ref=\"A1:{}{}\"/>", column_name(sheet_.columns.size() - 1), to - from + 1);
    put("<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.7\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
        "<pageSetup paperSize=\"9\" orientation=\"landscape\"{}/>"
        "<headerFooter><oddHeader>&amp;C{}</oddHeader><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>"
        "</worksheet>\n",
        sheet_.one_page_wide ? " fitToHeight=\"0\"" : "", header_text(sheet_.header));
    return std::move(out_);
  }

 private:
  template <class... Args>
  void put(fmt::format_string<Args...> words, Args&&... args) {
    fmt::format_to(std::back_inserter(out_), words, std::forward<Args>(args)...);
  }

  void text(std::size_t column, std::size_t row, Form form, std::string_view said) {
    put("<c r=\"{}{}\" s=\"{}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>", column_name(column),
        row, static_cast<unsigned>(form), cell_text(said, sheet_.cut_mark));
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

  const Sheet& sheet_;
  std::string out_;
};

std::string styles() {
  const auto look = [](int format, int font, int fill) {
    return fmt::format(
        "<xf numFmtId=\"{}\" fontId=\"{}\" fillId=\"{}\" borderId=\"1\" xfId=\"0\" applyNumberFormat=\"1\" "
        "applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" "
        "wrapText=\"1\"/></xf>",
        format, font, fill);
  };
  const auto font = [](std::string_view more) {
    return fmt::format("<font>{}<name val=\"Calibri\"/><family val=\"2\"/></font>", more);
  };
  const auto fill = [](std::string_view color) {
    return fmt::format("<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF{}\"/></patternFill></fill>", color);
  };
  std::string side;
  for (const std::string_view name : {"left", "right", "top", "bottom"})
    side += fmt::format("<{0} style=\"thin\"><color rgb=\"FFBFBFBF\"/></{0}>", name);
  return fmt::format(
      "{}<styleSheet xmlns=\"{}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" "
      "formatCode=\"yyyy\\-mm\\-dd\"/></numFmts><fonts count=\"4\">{}{}{}{}</fonts><fills "
      "count=\"5\"><fill><patternFill "
      "patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>{}{}{}</fills><borders "
      "count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border>{}<diagonal/></border></borders>"
      "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs "
      "count=\"8\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>{}{}{}{}{}{}{}</cellXfs>"
      "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>\n",
      declaration, main_space, font("<sz val=\"11\"/>"), font("<b/><sz val=\"11\"/>"),
      font("<sz val=\"11\"/><color rgb=\"FF9C0006\"/>"), font("<sz val=\"11\"/><color rgb=\"FF7F6000\"/>"),
      fill("D9E1F2"), fill("FFC7CE"), fill("FFEB9C"), side, look(0, 0, 0), look(0, 0, 0), look(164, 0, 0),
      look(0, 2, 3), look(0, 3, 4), look(0, 1, 2), look(49, 0, 0));
}

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

void add_workbook(ZipWriter& zip, const std::vector<Page>& pages) {
  std::string names, defined, links;
  for (std::size_t i = 1; i <= pages.size(); ++i) {
    const Page& page = pages[i - 1];
    const std::string name = xml_text(sheet_name(page.sheet->name, page.nth));
    names += fmt::format("<sheet name=\"{}\" sheetId=\"{}\" r:id=\"rId{}\"/>", name, i, i);
    defined += fmt::format(
        "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{0}\" "
        "hidden=\"1\">'{1}'!$A$1:${2}${3}</definedName>"
        "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{0}\">'{1}'!$1:$1</definedName>",
        i - 1, name, column_name(page.sheet->columns.size() - 1), page.to - page.from + 1);
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
  }
  zip.add("[Content_Types].xml",
          fmt::format("{}<Types xmlns=\"{}/content-types\"><Default Extension=\"rels\" "
                      "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default "
                      "Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" "
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
  for (std::size_t i = 0; i < pages.size(); ++i)
    zip.add(fmt::format("xl/worksheets/sheet{}.xml", i + 1),
            SheetXml(*pages[i].sheet).write(pages[i].from, pages[i].to));
  add_frame(zip, pages);
  return zip.finish();
}

std::string to_xlsx(const Sheet& sheet) { return to_xlsx(std::vector<Sheet>{sheet}); }

}  // namespace matter
