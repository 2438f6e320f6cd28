#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "exchange/cell.h"
#include "exchange/ids.h"

namespace matter {

/// `visit(const RowContext&)` for each item of the list that a column repeats for, in order; items that say nothing,
/// and those that the column's condition keeps out, are passed over.
template <class F>
void each_item(CellMaker& cells, const MappedTable& table, const Column& column, RowContext row, F&& visit) {
  const MappedTable& object = column.object[0];
  const Field& field = object.each.last();
  const AnyList* const list = cells.list_at(table, column, row);
  if (list == nullptr || !list->given()) return;
  std::vector<std::string> seen;
  std::string within(row.within);
  if (row.item != nullptr) {
    within.append("/").append(item_identity(table.each.last(), row.item));
    within.append("/").append(std::to_string(row.same_before));
  }
  row.within = within;
  for (std::uint32_t i = 0; i < list->count; ++i) {
    row.item = item_of(field, *list, i);
    row.item_identity = {};
    if (!static_cast<const Mark*>(row.item)->given()) continue;
    row.order = i + 1;
    std::string identity = item_identity(field, row.item);
    row.same_before = static_cast<std::uint32_t>(std::count(seen.begin(), seen.end(), identity));
    seen.push_back(std::move(identity));
    if (object.of_item(column.when.path) && !cells.wanted(object, column, row)) {
      if (column.flat) cells.lose_items(LossReason::no_place, object, column, row);
      continue;
    }
    visit(row);
  }
}

}  // namespace matter
