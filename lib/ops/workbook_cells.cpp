#include "ops/workbook_cells.h"

#include <algorithm>
#include <charconv>

#include "media/csv.h"
#include "media/xlsx_read.h"
#include "ops/import_rows.h"

namespace matter {

namespace {

constexpr std::uint32_t nowhere = 0xFFFFFFFFU;

/// `materials[营业执照].form`, taken apart.
struct Steps {
  std::vector<const Field*> fields;
  std::vector<std::string_view> labels;  // of items, by field; empty: none
};

/// The end of an item's label: the bracket that a dot or the end of the path follows.
std::size_t label_end(std::string_view path) {
  for (std::size_t at = path.find(']'); at != std::string_view::npos; at = path.find(']', at + 1)) {
    if (at + 1 == path.size() || path[at + 1] == '.') return at;
  }
  return std::string_view::npos;
}

Steps steps_of(std::string_view path) {
  Steps steps;
  const Table* table = table_of<Matter>();
  while (!path.empty() && table != nullptr) {
    const std::string_view key = path.substr(0, path.find_first_of(".["));
    const Field* const field = find_field(*table, key);
    if (field == nullptr) break;
    steps.fields.push_back(field);
    std::string_view& label = steps.labels.emplace_back();
    path.remove_prefix(key.size());
    if (path.starts_with('[')) {
      const std::size_t end = label_end(path);
      if (end == std::string_view::npos) break;
      label = path.substr(1, end - 1);
      path.remove_prefix(end + 1);
    }
    if (path.starts_with('.')) path.remove_prefix(1);
    table = field->table != nullptr ? field->table() : nullptr;
  }
  return steps;
}

/// A label without the number of one of several, and that number.
std::pair<std::string_view, std::size_t> numbered(std::string_view label) {
  std::size_t nth = 1;
  const std::size_t at = label.rfind('#');
  if (at == std::string_view::npos || at == 0) return {label, nth};
  const auto [end, error] = std::from_chars(label.data() + at + 1, label.data() + label.size(), nth);
  if (error != std::errc() || end != label.data() + label.size()) return {label, 1};
  return {label.substr(0, at), nth};
}

bool names(const Column& column) {
  if (!column.mapped() || column.function != nullptr) return false;
  const Field& field = column.path.last();
  return field.list_key || field.list_name || field.main_text;
}

bool is_called(std::string_view text, std::string_view label) {
  constexpr std::string_view cut = "…";
  if (label.ends_with(cut)) return text.starts_with(label.substr(0, label.size() - cut.size()));
  return text == label;
}

}  // namespace

WorkbookCells::WorkbookCells(const Mapping& mapping, const TableTexts& texts) : mapping_(mapping), texts_(texts) {
  rows_.resize(mapping.tables.size());
  by_key_.resize(mapping.tables.size());
  for (const MappedTable& table : mapping.tables) sheet_columns_.emplace_back(table.columns.size(), nowhere);
  for (std::size_t t = 0; t < texts.tables.size(); ++t) {
    if (texts.tables[t].text != nullptr) read(t);
  }
}

void WorkbookCells::read(std::size_t t) {
  const MappedTable& table = mapping_.tables[t];
  Arena arena;
  CsvReader reader(*texts_.tables[t].text, arena);
  std::vector<CsvCell> cells;
  std::vector<std::size_t> column_of;  // of the sheet's: where it goes in a row of ours; past its end: people's own
  if (!reader.next(cells)) return;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    const Column* const column = column_of_heading(table, cells[c].text);
    if (column != nullptr) {
      column_of.push_back(static_cast<std::size_t>(column - table.columns.data()));
      sheet_columns_[t][column_of.back()] = static_cast<std::uint32_t>(c);
    } else {
      column_of.push_back(table.columns.size());
    }
  }
  const Column* const key = table.column_of(FunctionId::identity);
  while (reader.next(cells)) {
    WorkbookRowTexts& row = rows_[t].emplace_back(table.columns.size());
    for (std::size_t c = 0; c < std::min(cells.size(), column_of.size()); ++c) {
      if (column_of[c] < row.size()) row[column_of[c]] = cells[c].text;
    }
    by_key_[t][row[static_cast<std::size_t>(key - table.columns.data())]].push_back(
        static_cast<std::uint32_t>(rows_[t].size() - 1));
  }
}

std::optional<std::uint32_t> WorkbookCells::row_of(const std::string& key) const {
  const auto found = by_key_[0].find(key);
  return found != by_key_[0].end() ? std::optional(found->second.front()) : std::nullopt;
}

std::optional<std::uint32_t> WorkbookCells::column_for(std::size_t t, const std::vector<const Field*>& path,
                                                       std::size_t inside) const {
  const std::vector<Column>& columns = mapping_.tables[t].columns;
  std::optional<std::uint32_t> best;
  std::size_t longest = inside;
  for (std::uint32_t c = 0; c < columns.size(); ++c) {
    const FieldPath& of = columns[c].path;
    if (of.count <= longest || of.count > path.size() || columns[c].inside != inside) continue;
    if (!std::equal(of.begin(), of.end(), path.begin())) continue;
    longest = of.count;
    best = c;
  }
  return best;
}

std::optional<WorkbookPlace> WorkbookCells::in_table(std::size_t t, const std::string& key, std::string_view label,
                                                     const std::vector<const Field*>& path, std::size_t inside) const {
  const auto of_key = by_key_[t].find(key);
  if (of_key == by_key_[t].end()) return std::nullopt;
  const std::vector<Column>& columns = mapping_.tables[t].columns;
  std::uint32_t name = 0;
  for (std::uint32_t c = static_cast<std::uint32_t>(columns.size()); c-- > 0;) {
    if (names(columns[c])) name = c;
  }
  auto [wanted, nth] = numbered(label);
  std::size_t number = 0;
  std::from_chars(label.data(), label.data() + label.size(), number);
  std::optional<std::uint32_t> found;
  for (const std::uint32_t row : of_key->second) {
    for (std::uint32_t c = 0; c < columns.size() && !found; ++c) {
      if (!names(columns[c]) || !is_called(rows_[t][row][c], wanted)) continue;
      if (--nth == 0) found = row;
      break;
    }
  }
  if (!found && number != 0 && number <= of_key->second.size()) found = of_key->second[number - 1];
  if (!found) return std::nullopt;
  return WorkbookPlace{static_cast<std::uint32_t>(t), *found, column_for(t, path, inside).value_or(name)};
}

std::optional<WorkbookPlace> WorkbookCells::find(const std::string& key, std::string_view field) const {
  const auto row = row_of(key);
  if (!row) return std::nullopt;
  const Steps steps = steps_of(field);
  std::size_t inside = 0;
  std::size_t best = 0;
  for (std::size_t t = 1; t < mapping_.tables.size(); ++t) {
    const FieldPath& each = mapping_.tables[t].each;
    const bool leads = each.count > inside && each.count <= steps.fields.size() &&
                       std::equal(each.begin(), each.end(), steps.fields.begin()) &&
                       !steps.labels[each.count - 1U].empty();
    if (!leads) continue;
    inside = each.count;
    best = t;
  }
  if (best != 0) {
    if (const auto place = in_table(best, key, steps.labels[inside - 1], steps.fields, inside)) return place;
  }
  const Column* const identity = mapping_.tables[0].column_of(FunctionId::identity);
  const auto named = static_cast<std::uint32_t>(identity - mapping_.tables[0].columns.data());
  return WorkbookPlace{0, *row, column_for(0, steps.fields, 0).value_or(named)};
}

std::pair<std::uint32_t, std::uint32_t> WorkbookCells::cell_at(const WorkbookPlace& at) const {
  const TableText& table = texts_.tables[at.table];
  const std::uint32_t column = sheet_columns_[at.table][at.column];
  const std::uint32_t row =
      table.numbers != nullptr && at.row + 1U < table.numbers->size() ? (*table.numbers)[at.row + 1U] : at.row + 2U;
  return {column == nowhere ? 0 : column, row};
}

std::string WorkbookCells::name_of(const WorkbookPlace& at, const Sources& sources) const {
  const auto [column, row] = cell_at(at);
  return std::string(sources.name(texts_.tables[at.table].source)) + "!" + cell_name(column, row);
}

const std::string& WorkbookCells::text_at(const WorkbookPlace& at) const { return rows_[at.table][at.row][at.column]; }

}  // namespace matter
