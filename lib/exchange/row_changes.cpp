#include "exchange/row_changes.h"

#include <algorithm>

namespace matter {

namespace {

ContentId place_of(std::string_view table, std::string_view key) { return content_id({table, key}); }

}  // namespace

bool tells_of_run(const Column& column) {
  return column.is(FunctionId::operation) || column.is(FunctionId::batch) || column.is(FunctionId::export_time);
}

const Column* row_key(const MappedTable& table) {
  const Column* const row = table.column_of(FunctionId::row_id);
  return row != nullptr || table.each.count != 0 ? row : table.column_of(FunctionId::matter_id);
}

bool tells_rows(const Mapping& mapping, const MappedTable& table) {
  if (mapping.medium != Medium::jsonl && nests(mapping.medium)) return false;  // a matter comes and goes as a whole
  const bool told = table.column_of(FunctionId::operation) != nullptr || mapping.medium == Medium::sql;
  return told && !mapping.is_guide() && row_key(table) != nullptr;
}

void RowCells::make(const MappedTable& table, const RowContext& row, CellMaker& cells) {
  table_ = &table;
  texts_.resize(table.columns.size());
  key_ = {};
  const Column* const key = row_key(table);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    if (tells_of_run(column)) {
      texts_[i].clear();
    } else {
      texts_[i] = cells.make(table, column, row);
    }
    if (&column == key) key_ = texts_[i];
  }
}

void RowCells::tell_run(const MappedTable& table, RowOperation operation, std::string_view batch, CellMaker& cells) {
  RowContext row;
  row.batch = batch;
  row.operation = operation;
  texts_.resize(table.columns.size());
  table_ = &table;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (tells_of_run(table.columns[i])) texts_[i] = cells.make(table, table.columns[i], row);
  }
}

ContentId RowCells::content() const {
  std::vector<std::string_view> parts;
  parts.reserve(texts_.size() * 2);
  for (std::size_t i = 0; i < texts_.size(); ++i) {
    if (tells_of_run(table_->columns[i])) continue;
    parts.push_back(table_->columns[i].name);
    parts.emplace_back(texts_[i]);
  }
  return content_id(parts);
}

void RowChanges::know(std::string_view table, std::string_view key, ContentId content) {
  known_.push_back({place_of(table, key), content});
  sorted_ = false;
}

RowChanges::Is RowChanges::judge(std::string_view table, std::string_view key, ContentId content) {
  if (!sorted_) {
    std::sort(known_.begin(), known_.end(), [](const Known& a, const Known& b) { return a.place < b.place; });
    asked_.assign(known_.size(), false);
    sorted_ = true;
  }
  const ContentId place = place_of(table, key);
  const std::size_t at = find(place);
  if (at == known_.size()) return fresh_.insert(place) ? Is::fresh : Is::twice;
  if (asked_[at]) return Is::twice;
  asked_[at] = true;
  ++met_;
  return known_[at].content == content ? Is::same : Is::changed;
}

bool RowChanges::has(std::string_view table, std::string_view key) const {
  const ContentId place = place_of(table, key);
  if (fresh_.contains(place)) return true;
  const std::size_t at = sorted_ ? find(place) : known_.size();
  return at != known_.size() && asked_[at];
}

/// Its index, or the number of known rows.
std::size_t RowChanges::find(const ContentId& place) const {
  const auto at = std::lower_bound(known_.begin(), known_.end(), place,
                                   [](const Known& known, const ContentId& wanted) { return known.place < wanted; });
  return at != known_.end() && at->place == place ? static_cast<std::size_t>(at - known_.begin()) : known_.size();
}

}  // namespace matter
