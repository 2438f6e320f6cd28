#pragma once

#include <string>
#include <vector>

#include "exchange/cell.h"
#include "exchange/mapping.h"
#include "media/xlsx.h"

namespace matter {

/// What stands above the rows of a table: the names of its columns, where the medium has such a thing.
void write_heading(const Mapping& mapping, const MappedTable& table, std::string& to);
/// One row as CSV, or as a line of JSON: numbers as numbers, lists as lists, empty cells left out.
void append_row(const Mapping& mapping, const MappedTable& table, const RowContext& row, CellMaker& cells,
                std::string& to);

/// The rows of all tables, one sheet a table. They are kept until the end.
class WorkbookRows {
 public:
  WorkbookRows(const Mapping& mapping, const DateValue& day, bool sample);
  void add(const MappedTable& table, const RowContext& row, CellMaker& cells);
  /// The workbook; sheets without rows are left out, except the first.
  [[nodiscard]] std::string finish();

 private:
  const Mapping& mapping_;
  std::vector<Sheet> sheets_;  // by table
};

}  // namespace matter
