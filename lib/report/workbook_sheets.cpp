#include "report/workbook_sheets.h"

#include <algorithm>
#include <map>

#include "diag/words.h"
#include "media/xlsx.h"
#include "media/xlsx_read.h"
#include "model/family.h"
#include "model/named.h"
#include "ops/workbook_base.h"
#include "report/workbook_words.h"
#include "text/unicode.h"

namespace matter {

namespace {

using Look = SheetCell::Look;

constexpr std::size_t most_value_notes = 2000;  // more make office programs slow
constexpr std::size_t most_told = 1000;         // characters of a value in a note
constexpr std::size_t most_kept = 3;            // columns on the left: whose row it is
constexpr double most_width = 270;              // that can still be read when it is printed on one page

double width_of(std::string_view text) {
  constexpr double least = 10, most = 46;  // the longest code, of a material, on one line
  return std::clamp(static_cast<double>(display_width(text)) + 4, least, most);
}

SheetCell::Kind kind_of(const Column& column) {
  if (column.is(FunctionId::order)) return SheetCell::Kind::number;
  const bool plain = column.mapped() && column.function == nullptr && !column.several();
  if (plain && column.path.last().kind == Kind::count) return SheetCell::Kind::number;
  return plain && column.path.last().kind == Kind::date ? SheetCell::Kind::date : SheetCell::Kind::text;
}

bool fits_one_page(const Sheet& sheet) {
  double width = 0;
  for (const SheetColumn& column : sheet.columns) width += column.hidden ? 0 : column.width;
  return width <= most_width;
}

/// What hangs on it breaks where it is changed by mistake.
bool is_code(const MappedTable& table, const Column& column) {
  if (table.each.count != 0) return false;
  if (column.is(FunctionId::identity)) return true;
  if (!column.mapped() || column.function != nullptr || column.path.count != 1) return false;
  constexpr Format codes[] = {Format::basic_code, Format::implementing_code, Format::handling_code,
                              Format::directory_code, Format::code};
  return std::find(std::begin(codes), std::end(codes), column.path.last().format) != std::end(codes);
}

/// The hidden sheet of what cells offer.
class Offers {
 public:
  Offers(const WorkbookContent& content, Lang lang) : content_(content) {
    sheet_.name = say(lang, {"取值", "values"});
    sheet_.columns.push_back({std::string(words_mark().in(lang)), 12});
    sheet_.seen = SheetSeen::hidden;
    sheet_.editable = true;
    sheet_.locked = true;
  }

  /// Of a column; nothing where it takes any text.
  std::optional<DropDown> of(const Column& column, std::size_t at) {
    if (column.is(FunctionId::sample)) return DropDown{at, range("是否", {"是", "否"}), true};
    if (!column.mapped()) return std::nullopt;
    const Field& field = column.path.last();
    const bool none = field.none != NoneMeaning::filler;
    if (column.is(FunctionId::presence)) {
      if (field.kind == Kind::record) return DropDown{at, range("有无", {"有", "无"}), true};
      if (!none) return std::nullopt;
      return DropDown{at, range("无", {"无"}), false};
    }
    if (column.function != nullptr) return std::nullopt;
    const Kind kind = field.kind == Kind::list ? field.item : field.kind;
    if (kind == Kind::flag) return DropDown{at, range("是否", {"是", "否"}), !none};
    if (kind != Kind::named) return std::nullopt;
    const NamedList* const list = named_list(field.values);
    if (list == nullptr) return std::nullopt;
    std::vector<std::string> names;
    for (const NamedValue& value : list->values) names.emplace_back(value.name);
    if (const auto more = content_.words.find(field.values); more != content_.words.end())
      names.insert(names.end(), more->second.begin(), more->second.end());
    return DropDown{at, range(std::string(list->label), names), !none && !column.several() && !list->open};
  }

  Sheet take() { return std::move(sheet_); }

 private:
  std::string range(const std::string& title, const std::vector<std::string>& names) {
    const auto known = ranges_.find(title);
    if (known != ranges_.end()) return known->second;
    const auto column = static_cast<std::uint32_t>(sheet_.columns.size());
    sheet_.columns.push_back({title, width_of(title)});
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (i == sheet_.rows.size()) sheet_.rows.emplace_back();
      sheet_.rows[i].cells.resize(column + 1U);
      sheet_.rows[i].cells[column].text = names[i];
    }
    const std::string letter = cell_name(column, 0).substr(0, cell_name(column, 0).size() - 1);
    return ranges_[title] =
               "'" + sheet_.name + "'!$" + letter + "$2:$" + letter + "$" + std::to_string(names.size() + 1);
  }

  const WorkbookContent& content_;
  Sheet sheet_;
  std::map<std::string, std::string> ranges_;
};

class Sheets {
 public:
  Sheets(const WorkbookContent& content, Lang lang) : content_(content), lang_(lang), offers_(content, lang) {}

  std::string bytes() {
    const Mapping& mapping = *content_.mapping;
    const bool samples = content_.samples != 0;
    sheets_.push_back(guide_sheet(content_, lang_));
    const bool all = samples && content_.samples == content_.matters.size();
    for (std::size_t t = 0; t < mapping.tables.size(); ++t) table(t, all);
    mark();
    if (!content_.taken.empty()) sheets_.push_back(taken_sheet(content_, lang_));
    sheets_.push_back(offers_.take());
    sheets_.push_back(base());
    for (Sheet& sheet : sheets_) {
      sheet.one_page_wide = fits_one_page(sheet);
      sheet.title = say(lang_, {"事项工作簿", "workbook of matters"});
      sheet.header =
          sheet.name + (samples ? say(lang_, {"　有样例，非正式文本", ", with samples, no official text"}) : "");
      sheet.made = std::chrono::sys_days{std::chrono::year{content_.day.year} / static_cast<int>(content_.day.month) /
                                         static_cast<int>(content_.day.day)};
    }
    return to_xlsx(sheets_);
  }

 private:
  /// The sheet of a table of the mapping.
  Sheet& sheet_of(std::size_t table) { return sheets_[1 + table]; }

  void table(std::size_t t, bool sample) {
    const MappedTable& table = content_.mapping->tables[t];
    Sheet& sheet = sheets_.emplace_back();
    sheet.name = std::string(table.label) + (sample ? "（样例）" : "");
    sheet.editable = true;
    sheet.locked = t == 0;
    sheet.most_lines = 4;
    for (std::size_t c = 0; c < table.columns.size(); ++c) column(t, c, sheet);
    for (const WorkbookRowTexts& texts : content_.rows[t]) {
      SheetRow& row = sheet.rows.emplace_back();
      row.cells.resize(texts.size());
      for (std::size_t c = 0; c < texts.size(); ++c) {
        row.cells[c].text = texts[c];
        row.cells[c].kind = sheet.columns[c].kind;
        sheet.columns[c].width = std::max(sheet.columns[c].width, width_of(texts[c]));
      }
    }
    if (!sheet.rows.empty() && t == 0) hide_unused(sheet);
    if (t != 0 && sheet.rows.empty() && !is_wanted(table)) sheet.seen = SheetSeen::hidden;
  }

  void column(std::size_t t, std::size_t c, Sheet& sheet) {
    const MappedTable& table = content_.mapping->tables[t];
    const Column& column = table.columns[c];
    SheetColumn& made = sheet.columns.emplace_back(SheetColumn{std::string(column.name), width_of(column.name)});
    made.kind = kind_of(column);
    made.fixed = is_code(table, column);
    const bool own = column.mapped() && column.inside == table.each.count;
    made.required = column.is(FunctionId::identity) ||
                    (own && !column.path.last().required.empty() && column.path.count <= table.each.count + 1U);
    if (c < most_kept) sheet.kept_in_view = c + 1;
    if (std::string note = heading_note(*content_.mapping, table, column, lang_); !note.empty())
      sheet.notes.push_back({0, c, std::move(note)});
    if (auto offer = offers_.of(column, c)) sheet.drop_downs.push_back(std::move(*offer));
  }

  /// Lists among the elements that are compared, those that somebody has, and those of a new workbook.
  [[nodiscard]] bool is_wanted(const MappedTable& table) const {
    if (table.each.count != 0 && table.each.last().element != 0) return true;
    return std::any_of(content_.taken.begin(), content_.taken.end(), [&](const TakenCell& one) {
      return content_.mapping->tables[one.at.table].columns[one.at.column].path == table.each;
    });
  }

  /// Columns that nobody uses and nobody must.
  void hide_unused(Sheet& sheet) const {
    std::vector<bool> used(sheet.columns.size(), false);
    for (const SheetRow& row : sheet.rows) {
      for (std::size_t c = 0; c < row.cells.size(); ++c) used[c] = used[c] || !row.cells[c].text.empty();
    }
    for (const TakenCell& one : content_.taken) used[one.at.column] = true;
    for (const WorkbookPlace& one : content_.lacking) {
      if (one.table == 0) used[one.column] = true;
    }
    for (std::size_t c = 0; c < used.size(); ++c) sheet.columns[c].hidden = !used[c];
  }

  SheetCell& cell(const WorkbookPlace& at) {
    SheetRow& row = sheet_of(at.table).rows.at(at.row);
    if (row.cells.size() <= at.column) row.cells.resize(at.column + 1U);
    return row.cells[at.column];
  }

  void mark() {
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, std::string> notes;
    std::size_t told = 0;
    for (const WorkbookPlace& at : content_.lacking) cell(at).look = Look::lacking;
    for (const TakenCell& one : content_.taken) {
      if (one.at.row >= sheet_of(one.at.table).rows.size() || !cell(one.at).text.empty()) continue;
      SheetCell& shown = cell(one.at);
      shown.look = Look::grey;
      shown.text = one.text;
      Sheet& sheet = sheet_of(one.at.table);
      shown.kind = sheet.columns[one.at.column].kind;
      sheet.columns[one.at.column].width = std::max(sheet.columns[one.at.column].width, width_of(one.text));
      if (one.items.empty() || ++told > most_value_notes) continue;
      notes[{one.at.table, one.at.row, one.at.column}] =
          say(lang_, {"取自标准：{}", "from the standard: {}"}, cut(one.items));
    }
    for (auto& [at, text] : notes) {
      const auto [table, row, column] = at;
      sheet_of(table).notes.push_back({row + std::size_t{1}, column, std::move(text)});
    }
  }

  static std::string cut(const std::string& value) {
    std::size_t at = 0;
    for (std::size_t n = 0; n < most_told && at < value.size(); ++n) static_cast<void>(next_code_point(value, at));
    return at < value.size() ? value.substr(0, at) + "……" : value;
  }

  [[nodiscard]] Sheet base() const {
    Sheet sheet;
    sheet.name = say(lang_, {"原值（勿改）", "base (keep)"});
    sheet.seen = SheetSeen::never;
    sheet.editable = true;
    sheet.locked = true;
    sheet.most_lines = 1;
    bool first = true;
    std::size_t most = 1;
    for (const std::vector<std::string>& texts : base_rows(content_)) {
      most = std::max(most, texts.size());
      if (first) {
        for (const std::string& text : texts) sheet.columns.push_back({text, 10});
        first = false;
        continue;
      }
      SheetRow& row = sheet.rows.emplace_back();
      for (const std::string& text : texts) row.cells.push_back({text});
    }
    sheet.columns.resize(most);
    return sheet;
  }

  const WorkbookContent& content_;
  Lang lang_;
  Offers offers_;
  std::vector<Sheet> sheets_;
};

}  // namespace

std::string workbook_bytes(const WorkbookContent& content, Lang lang) { return Sheets(content, lang).bytes(); }

}  // namespace matter
