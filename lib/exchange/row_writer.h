#pragma once

#include <string>
#include <vector>

#include "exchange/cell.h"
#include "exchange/mapping.h"
#include "exchange/row_taker.h"
#include "media/xlsx.h"

namespace matter {

/// Whether a column's values are numbers where the medium knows them.
[[nodiscard]] bool is_number(const Column& column);
/// Whether a text can be written as a number and be read as the same text again.
[[nodiscard]] bool all_digits(std::string_view text);

/// What stands above the rows of a table: the names of its columns, where the medium has such a thing.
void write_heading(const Mapping& mapping, const MappedTable& table, std::string& to);
/// One row as CSV, or as a line of JSON.
void append_row(const Mapping& mapping, const MappedTable& table, const RowContext& row, CellMaker& cells,
                std::string& to);

/// A row of CSV that says no more than that the row of this key is gone.
void append_removal(const MappedTable& table, std::string_view identity, std::string_view key, CellMaker& cells,
                    std::string& to);

/// The whole file of one matter: a message of XML, or a JSON object, a member a line.
void write_document(const Mapping& mapping, const MappedTable& table, const RowContext& row, CellMaker& cells,
                    std::string& to);

/// What stands before the objects of a JSON-LD file: the words it uses.
void begin_graph(const Mapping& mapping, std::string& to);
/// One object of it, on a line of its own; the caller ends the list and the file.
void append_node(const Mapping& mapping, const MappedTable& table, const RowContext& row, CellMaker& cells, bool first,
                 std::string& to);

/// The rows of all tables, one sheet a table. They are kept until the end.
class WorkbookRows : public RowTaker {
 public:
  WorkbookRows(const Mapping& mapping, const DateValue& day, bool sample);
  void add(const MappedTable& table, const RowContext& row, CellMaker& cells, const TakeBytes& to) override;
  /// The workbook; sheets without rows are left out, except the first.
  void finish(const TakeBytes& to) override;

 private:
  const Mapping& mapping_;
  std::vector<Sheet> sheets_;  // by table
};

}  // namespace matter
