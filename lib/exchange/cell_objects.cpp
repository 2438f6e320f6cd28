// What columns need beyond a text of their own: objects, and texts put together.
#include "exchange/cell.h"

#include "doc/json_write.h"
#include "exchange/joined.h"
#include "exchange/record_text.h"

namespace matter {

bool CellMaker::joins(const Column& column) const { return mapping_.medium != Medium::jsonl && column.join; }

bool CellMaker::wanted(const MappedTable& table, const Column& column, const RowContext& row) {
  at(table, column, row);
  return column.when.path.count == 0 || holds(column.when);
}

void CellMaker::lacking(const MappedTable& table, const Column& column, const RowContext& row) {
  at(table, column, row);
  empty_cell();
}

void CellMaker::lose_items(LossReason why, const MappedTable& table, const Column& column, const RowContext& row) {
  at(table, column, row);
  lose(why);
}

const AnyList* CellMaker::list_at(const MappedTable& table, const Column& column, const RowContext& row) {
  at(table, column, row);
  list_is_none_ = false;
  const FieldPath& path = column.object[0].each;
  std::size_t depth = 0;
  const void* record = start(path, depth);
  for (; depth < path.count; ++depth) {
    const Field& field = *path.fields[depth];
    const void* const value = member(field, record);
    const Mark& mark = *static_cast<const Mark*>(value);
    list_is_none_ = mark.none();
    if (mark.none() && (column.told >> depth & 1U) == 0) lose(LossReason::no_none);
    if (mark.state == State::wrong) lose(LossReason::not_understood);
    if (!mark.given()) return nullptr;
    if (depth + 1U == path.count) return static_cast<const AnyList*>(value);
    record = value;
  }
  return nullptr;
}

/// Values that are to come apart again. In tables of ours a backslash before a separator is part of the layout; a
/// platform that is sent messages knows nothing of it.
void CellMaker::join_gathered() {
  if (got_.dividing != 0) tell_splits();
  if (values_.empty()) return;
  const std::string_view separator = *column_->join;
  cell_ = join_values(values_, separator);
  std::size_t plain = separator.size() * (values_.size() - 1);
  for (const std::string& value : values_) plain += value.size();
  values_.clear();
  if (mapping_.documents() && cell_.size() != plain) lose(LossReason::escaped);
}

/// In a layout of others nothing is escaped: an import takes the text apart wherever its sign stands. Texts of records
/// come apart where there is one way only, maybe into those that there were.
void CellMaker::tell_splits() {
  const Column& column = *column_;
  const bool read = !column.lossy || column.read.count != 0;  // else the text is only compared
  if (!read || (reads_records(column) && read_records_text(column, cell_).size() == got_.values)) return;
  const auto values = static_cast<std::uint32_t>(got_.dividing);
  lose(LossReason::splits).count = values;
}

/// The first text whose values are all given.
void CellMaker::composed() {
  const MappedTable& table = *table_;
  const Column& column = *column_;
  const RowContext& row = *row_;
  for (const Template& text : column.text) {
    std::string whole;
    bool all = true;
    bool said = false;
    for (const TemplatePart& part : text) {
      if (part.literal.empty()) {
        const std::string_view value = make(table, table.pieces[part.column], row);
        all = all && !value.empty();
        said = said || said_;
        whole += value;
      } else {
        whole += part.literal;
      }
    }
    at(table, column, row);
    if (!all) continue;
    said_ = said;
    return named(whole);
  }
}

const std::vector<std::string>& CellMaker::json_keys(const MappedTable& table) {
  if (keys_of_ == &table) return *keys_;  // column after column of one row
  const auto [at, fresh] = json_keys_.try_emplace(&table);
  keys_of_ = &table;
  keys_ = &at->second;
  if (!fresh) return at->second;
  for (const Column& column : table.columns) {
    std::string& key = at->second.emplace_back(",");
    append_json_string(key, column.name);
    key += ':';
  }
  return at->second;
}

}  // namespace matter
