#include "ops/import_workbook.h"

#include <algorithm>
#include <optional>

#include "media/csv.h"
#include "ops/import_rows.h"
#include "ops/workbook_base.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::string_view sample_mark = "（样例）";
constexpr std::size_t most_rows_above = 10;  // titles and notes above a heading

std::string_view label_in(std::string_view sheet) {
  sheet = trimmed(sheet);
  if (sheet.ends_with(sample_mark)) sheet.remove_suffix(sample_mark.size());
  return trimmed(sheet);
}

std::size_t known_in(const MappedTable& table, const WorkbookRow& row) {
  return static_cast<std::size_t>(std::count_if(row.cells.begin(), row.cells.end(), [&](const WorkbookCell& cell) {
    return column_of_heading(table, cell.text) != nullptr;
  }));
}

/// The row of a sheet that names most columns of a table; null where none names two.
const WorkbookRow* heading_of(const MappedTable& table, const WorkbookSheet& sheet) {
  const WorkbookRow* best = nullptr;
  std::size_t most = std::min<std::size_t>(table.columns.size(), 2) - 1;
  for (std::size_t i = 0; i < std::min(sheet.rows.size(), most_rows_above); ++i) {
    const std::size_t known = known_in(table, sheet.rows[i]);
    if (known <= most) continue;
    most = known;
    best = &sheet.rows[i];
  }
  return best;
}

/// The table that a sheet is, and its heading.
std::optional<std::size_t> table_of_sheet(const Mapping& mapping, const WorkbookSheet& sheet,
                                          const WorkbookRow*& heading) {
  std::optional<std::size_t> found;
  std::size_t most = 0;
  for (std::size_t i = 0; i < mapping.tables.size(); ++i) {
    const MappedTable& table = mapping.tables[i];
    const WorkbookRow* const row = heading_of(table, sheet);
    if (row == nullptr) continue;
    const bool named = label_in(sheet.name) == table.label || label_in(sheet.name) == table.name;
    const std::size_t known = named ? static_cast<std::size_t>(-1) : known_in(table, *row);
    if (!named && known * 2 < row->cells.size()) continue;
    if (known <= most) continue;
    most = known;
    found = i;
    heading = row;
  }
  return found;
}

/// What the columns of the cells between two rows would lose: merged cells below a heading.
bool below(std::string_view range, std::uint32_t row) {
  const std::string_view last = range.substr(range.find(':') + 1);
  const std::size_t digit = last.find_first_of("0123456789");
  std::uint32_t number = 0;
  for (std::size_t at = digit; at < last.size() && number < 100'000'000; ++at)
    number = number * 10 + static_cast<std::uint32_t>(last[at] - '0');
  return number > row;
}

bool all_digits(std::string_view text) {
  constexpr std::size_t exact = 15;  // more are rounded by office programs
  return !text.empty() && text.size() <= exact && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Whether a number cannot be the text that the column wants, or nobody knows which it was.
bool is_doubtful(const Column& column, std::string_view number) {
  if (column.is(FunctionId::order) || column.is(FunctionId::presence)) return false;
  if (column.function != nullptr || column.codes != nullptr) return true;
  if (!column.mapped()) return false;
  const Field& field = column.path.last();
  if ((field.kind == Kind::list ? field.item : field.kind) != Kind::text) return false;
  return field.format != Format::none || !all_digits(number);
}

bool wants_day(const Column& column) { return column.mapped() && column.path.last().kind == Kind::date; }

}  // namespace

bool WorkbookTables::open(const std::string& file, TableTexts& into) {
  const SourceId source = sources_.add_file(file);
  FileReader reader;
  const std::string_view bytes = sources_.read_bytes(source, reader);
  const std::size_t before = findings_.found().size();
  const std::vector<WorkbookSheet> sheets = read_workbook(bytes, source, findings_);
  return findings_.found().size() == before && take(file, source, sheets, into);
}

bool WorkbookTables::take(const std::string& file, SourceId source, const std::vector<WorkbookSheet>& sheets,
                          TableTexts& into) {
  const std::size_t before = findings_.found().size();
  into.tables.resize(mapping_.tables.size());
  std::vector<Made> made;
  for (const WorkbookSheet& one : sheets) {
    if (!is_beside_tables(one)) sheet(file, one, made);
  }
  for (Made& one : made) {
    const SourceId id = sources_.add_text(SourceKind::memory, one.name, one.text);
    into.tables[one.table] = {id, sources_.text(id),
                              std::make_shared<const std::vector<std::uint32_t>>(std::move(one.numbers))};
    one.text.clear();
    made_.emplace(id, std::move(one));
  }
  const auto& found = findings_.found();
  const bool guessed = std::any_of(found.begin() + static_cast<std::ptrdiff_t>(before), found.end(),
                                   [](const Diagnostic& d) { return d.severity == Severity::error; });
  if (guessed) return false;
  if (into.tables[0].text != nullptr) return true;
  findings_.add("field-missing", Severity::error, {source, {0, 0}},
                {"工作簿里没有“{}”这张表", "the workbook has no sheet '{}'"}, mapping_.tables[0].label);
  return false;
}

void WorkbookTables::sheet(const std::string& file, const WorkbookSheet& sheet, std::vector<Made>& into) {
  if (sheet.rows.empty()) return;
  Made made;
  made.name = file + ":" + sheet.name;
  const WorkbookRow* heading = nullptr;
  const auto table = table_of_sheet(mapping_, sheet, heading);
  if (!table) {
    tell(Severity::warning, made, 0, 1, {},
         {"“{}”不是这个平台的表，没有读", "'{}' is no table of this platform; not read"})
        .message =
        say(findings_.lang(),
            {"工作表“{}”不是这个平台的表，没有读", "sheet '{}' is no table of this platform; not read"}, sheet.name);
    return;
  }
  made.table = *table;
  const MappedTable& as = mapping_.tables[*table];
  std::vector<const Column*> columns;
  for (const WorkbookCell& cell : heading->cells) {
    columns.resize(std::max<std::size_t>(columns.size(), cell.column + 1));
    made.heading.resize(columns.size());
    columns[cell.column] = column_of_heading(as, cell.text);
    made.heading[cell.column] = columns[cell.column] != nullptr ? columns[cell.column]->name : trimmed(cell.text);
  }
  for (const std::string& range : sheet.merged) {
    if (!below(range, heading->number)) continue;
    tell(Severity::error, made, 0, heading->number, range,
         {"合并的单元格 {}：只有第一格有值，其余的会当作空格；请取消合并",
          "merged cells {}: only the first one holds the value, the others would count as empty; unmerge them"});
  }
  const auto same = std::find_if(into.begin(), into.end(), [&](const Made& one) { return one.table == *table; });
  const bool more = same != into.end() && same->heading == made.heading;
  if (same != into.end() && !more) {
    tell(Severity::error, made, 0, heading->number, std::string(as.label),
         {"又一张表也是“{}”：不知道以哪一张为准", "another sheet is '{}' as well: which of them counts?"});
    return;
  }
  Made& to = more ? *same : into.emplace_back(std::move(made));
  if (!more) {
    CsvWriter csv(to.text);
    for (const std::string& name : to.heading) csv.cell(name);
    csv.end_row();
    to.numbers.push_back(heading->number);
  }
  std::size_t hidden = 0;
  bool any = false;
  for (const WorkbookRow& one : sheet.rows) {
    if (one.number <= heading->number) continue;
    hidden += one.hidden ? 1 : 0;
    any = true;
    row(as, columns, one, to);
  }
  if (hidden != 0 || (sheet.hidden && any)) {
    tell(Severity::info, to, 0, heading->number, sheet.hidden ? sheet.name : std::to_string(hidden),
         sheet.hidden ? WordsFor<const std::string&>{"工作表“{}”是隐藏的，也读了", "sheet '{}' is hidden, and was read"}
                      : WordsFor<const std::string&>{"有 {} 行是隐藏的（筛选或折叠），也读了",
                                                     "{} rows are hidden (by a filter or folded), and were read"});
  }
}

void WorkbookTables::row(const MappedTable& table, const std::vector<const Column*>& columns, const WorkbookRow& row,
                         Made& made) {
  static_cast<void>(table);
  made.numbers.push_back(row.number);
  made.cells.push_back({static_cast<std::uint32_t>(made.text.size()), row.number, 0, {}});
  CsvWriter csv(made.text);
  auto cell = row.cells.begin();
  for (std::uint32_t column = 0; column < made.heading.size(); ++column) {
    while (cell != row.cells.end() && cell->column < column) ++cell;
    if (cell == row.cells.end() || cell->column != column) {
      csv.cell({});
      continue;
    }
    const std::uint32_t begin = static_cast<std::uint32_t>(made.text.size()) + (column == 0 ? 0 : 1);
    if (made.heading[column].empty()) {
      tell(Severity::error, made, column, row.number, cell->text,
           {"这一格没有表头：{}", "there is no heading above: {}"});
      csv.cell({});
      continue;
    }
    std::string text = value(columns[column], *cell, row, made);
    csv.cell(text);
    made.cells.push_back({begin, row.number, column, std::move(text)});
  }
  csv.end_row();
  for (; cell != row.cells.end(); ++cell) {
    if (cell->column >= made.heading.size())
      tell(Severity::error, made, cell->column, row.number, cell->text,
           {"这一格没有表头：{}", "there is no heading above: {}"});
  }
}

std::string WorkbookTables::value(const Column* column, const WorkbookCell& cell, const WorkbookRow& row,
                                  const Made& made) {
  using Holds = WorkbookCell::Kind;
  const auto say_here = [&](Severity severity, const WordsFor<const std::string&>& words) {
    tell(severity, made, cell.column, row.number, cell.text, words);
  };
  if (cell.kind == Holds::error) say_here(Severity::error, {"这一格是错误值 {}", "this cell is the error {}"});
  if (cell.formula && cell.kind != Holds::error)
    say_here(Severity::warning,
             {"这一格是公式，取保存时的结果：{}", "this cell is a formula; what it gave when saved counts: {}"});
  if (column == nullptr) return cell.text;
  if (cell.kind == Holds::number && is_doubtful(*column, cell.text)) {
    say_here(Severity::error,
             {"这一格成了数字 {}，应是文字：前面的零和末几位可能丢了，请设为文本格式重新填写",
              "this became the number {}, and is a text: leading zeros and last digits may be lost; make "
              "it text and write it again"});
  }
  if (cell.kind == Holds::date && !wants_day(*column)) {
    say_here(Severity::error, {"这一格成了日期 {}，应是文字：请设为文本格式重新填写",
                               "this became the day {}, and is a text; make it text and write it again"});
  }
  return cell.text;
}

Diagnostic& WorkbookTables::tell(Severity severity, const Made& made, std::uint32_t column, std::uint32_t row,
                                 const std::string& text, const WordsFor<const std::string&>& words) {
  const SourceId source = source_of(made.name + "!" + cell_name(column, row), text);
  return findings_.add("field-type", severity, {source, {0, static_cast<std::uint32_t>(text.size())}}, words, text);
}

SourceId WorkbookTables::source_of(const std::string& cell, const std::string& text) {
  const auto known = cells_.find(cell);
  if (known != cells_.end()) return known->second;
  return cells_.emplace(cell, sources_.add_text(SourceKind::memory, cell, text)).first->second;
}

Location WorkbookTables::cell_at(Location at) {
  const auto found = made_.find(at.source);
  if (found == made_.end()) return at;
  const std::vector<Placed>& cells = found->second.cells;
  const auto behind = std::upper_bound(cells.begin(), cells.end(), at.span.begin,
                                       [](std::uint32_t offset, const Placed& cell) { return offset < cell.begin; });
  if (behind == cells.begin()) return {source_of(found->second.name + "!A1", {}), {0, 0}};
  const Placed& cell = *std::prev(behind);
  const SourceId source = source_of(found->second.name + "!" + cell_name(cell.column, cell.row), cell.text);
  return {source, {0, static_cast<std::uint32_t>(cell.text.size())}};
}

}  // namespace matter
