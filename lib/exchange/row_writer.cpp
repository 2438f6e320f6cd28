#include "exchange/row_writer.h"

#include <algorithm>

#include "doc/json_tree.h"
#include "doc/json_write.h"
#include "exchange/element_writer.h"
#include "exchange/ids.h"
#include "exchange/object_writer.h"
#include "exchange/row_changes.h"
#include "media/csv.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view sample_mark = "样例，非正式文本";

bool is_day(const Column& column) {
  return column.function == nullptr && column.mapped() && !column.several() && column.path.last().kind == Kind::date;
}

RunPlace place_of(std::size_t column, std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(column), static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

double width_of(std::string_view title) {
  constexpr double least = 10, most = 40;
  return std::clamp(static_cast<double>(display_width(title)) + 4, least, most);
}

}  // namespace

bool is_number(const Column& column) {
  if (column.is(FunctionId::order) || column.is(FunctionId::presence)) return true;
  return column.function == nullptr && column.codes == nullptr && column.mapped() && !column.several() &&
         column.path.last().kind == Kind::count;
}

bool all_digits(std::string_view text) {
  constexpr std::size_t most = 15;  // more are no number for a program that counts in doubles
  return !text.empty() && text.size() <= most && text.find_first_not_of("0123456789") == std::string_view::npos &&
         (text.size() == 1 || text.front() != '0');
}

void write_heading(const Mapping& mapping, const MappedTable& table, std::string& to) {
  if (mapping.medium != Medium::csv && mapping.medium != Medium::xlsx) return;
  if (mapping.spreadsheet) to += byte_order_mark;
  CsvWriter csv(to);
  for (const Column& column : table.columns) csv.cell(column.name);
  csv.end_row();
}

void append_row(const Mapping& mapping, const MappedTable& table, const RowContext& row, CellMaker& cells,
                std::string& to, std::vector<RunPlace>* places) {
  if (mapping.medium == Medium::csv || mapping.medium == Medium::xlsx) {
    CsvWriter csv(to);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const std::size_t begin = to.size() + (i == 0 ? 0 : 1);
      csv.cell(cells.make(table, table.columns[i], row));
      if (places != nullptr && tells_of_run(table.columns[i])) places->push_back(place_of(i, begin, to.size()));
    }
    csv.end_row();
    return;
  }
  static_cast<void>(ObjectWriter(mapping, cells, to, places).write(table, row, true));
  if (mapping.medium == Medium::jsonl) to += '\n';
}

void append_made(const Mapping& mapping, const MadeRow& made, RowOperation operation, CellMaker& cells,
                 std::string& to) {
  const MappedTable& table = mapping.tables[made.table];
  const std::size_t start = to.size();
  RowContext row;
  row.operation = operation;
  std::size_t from = 0;
  for (const RunPlace& place : made.places) {
    if (operation == RowOperation::insert) break;  // as it was made
    to.append(made.bytes, from, place.begin - from);
    from = place.end;
    if (mapping.medium == Medium::jsonl)
      ObjectWriter(mapping, cells, to).member(table, place.column, row);
    else
      CsvWriter(to).cell(cells.make(table, table.columns[place.column], row));
  }
  to.append(made.bytes, from);
  if (mapping.medium == Medium::jsonl && !made.places.empty()) ObjectWriter::end_head(to, start);
}

void append_removal(const Mapping& mapping, const MappedTable& table, const std::vector<std::string>& texts,
                    std::string& to) {
  if (mapping.medium == Medium::csv || mapping.medium == Medium::xlsx) {
    CsvWriter csv(to);
    for (const std::string& text : texts) csv.cell(text);
    csv.end_row();
    return;
  }
  to += '{';
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (texts[i].empty()) continue;
    append_json_string(to.append(to.back() == '{' ? "" : ","), table.columns[i].name);
    to += ':';
    if (is_number(table.columns[i]) && all_digits(texts[i]))
      to += texts[i];
    else
      append_json_string(to, texts[i]);
  }
  to += "}\n";
}

std::vector<std::string> removal_texts(const MappedTable& table, std::string_view identity, std::string_view key,
                                       CellMaker& cells) {
  RowContext row;
  row.identity = identity;
  row.operation = RowOperation::remove;
  const Column* const key_column = row_key(table);
  std::vector<std::string> texts;
  for (const Column& column : table.columns) {
    if (&column == key_column)
      texts.emplace_back(key);
    else if (tells_of_run(column))
      texts.emplace_back(cells.make(table, column, row));
    else
      texts.push_back(column.is(FunctionId::matter_id) ? stable_id({"matter", identity}) : std::string());
  }
  return texts;
}

void write_document(const Mapping& mapping, const MappedTable& table, const RowContext& row, CellMaker& cells,
                    std::string& to) {
  if (mapping.medium == Medium::xml) {
    ElementWriter(mapping, cells, to).message(table, row);
    return;
  }
  std::string line;
  static_cast<void>(ObjectWriter(mapping, cells, line).write(table, row, true));
  append_indented_json(to, line);
}

void begin_graph(const Mapping& mapping, std::string& to) {
  to += "{";
  if (mapping.context != nullptr) {
    write_json(*mapping.context->document, mapping.context->node, to.append(R"("@context":)"));
    to += ",\n";
  }
  to += R"("@graph":[)";
}

WorkbookRows::WorkbookRows(const Mapping& mapping, const DateValue& day, bool sample) : mapping_(mapping) {
  for (const MappedTable& table : mapping.tables) {
    Sheet& sheet = sheets_.emplace_back();
    sheet.name = std::string(table.label).append(sample ? "（样例）" : "");
    sheet.header = std::string(table.label).append(sample ? "　" : "").append(sample ? sample_mark : "");
    sheet.title = std::string(mapping.label).append(sample ? "（样例）" : "");
    sheet.one_page_wide = false;
    sheet.most_lines = 4;
    sheet.made =
        std::chrono::sys_days{std::chrono::year{day.year} / static_cast<int>(day.month) / static_cast<int>(day.day)};
    for (const Column& column : table.columns) {
      sheet.columns.push_back({std::string(column.name), width_of(column.name), !is_number(column) && !is_day(column)});
      const bool leads = column.is(FunctionId::sample) || column.is(FunctionId::identity);
      if (leads && sheet.columns.size() == sheet.kept_in_view + 1) ++sheet.kept_in_view;
    }
  }
}

void WorkbookRows::add(const MappedTable& table, const std::vector<std::string>& texts, bool /*may_stand*/,
                       const TakeBytes& /*to*/) {
  Sheet& sheet = sheets_[static_cast<std::size_t>(&table - mapping_.tables.data())];
  SheetRow& made = sheet.rows.emplace_back();
  made.cells.reserve(table.columns.size());
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    SheetCell& cell = made.cells.emplace_back();
    cell.text = texts[i];
    if (is_number(column) && all_digits(cell.text)) cell.kind = SheetCell::Kind::number;
    if (is_day(column)) cell.kind = SheetCell::Kind::date;
    sheet.columns[i].width = std::max(sheet.columns[i].width, width_of(cell.text));
  }
}

void WorkbookRows::remove(const MappedTable& table, const std::vector<std::string>& texts, const TakeBytes& to) {
  add(table, texts, false, to);
}

void WorkbookRows::finish(const TakeBytes& to) {
  std::vector<Sheet> filled;
  for (Sheet& sheet : sheets_) {
    if (!sheet.rows.empty() || &sheet == &sheets_.front()) filled.push_back(std::move(sheet));
  }
  to(to_xlsx(filled));
}

}  // namespace matter
