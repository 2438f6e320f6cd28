#pragma once

#include <string>
#include <vector>

#include "exchange/cell.h"
#include "exchange/made_matter.h"
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
/// One row as CSV, as a line of JSON, or as an object of JSON-LD (the caller puts commas between). `places`: where in
/// `to`, which is empty then, columns that tell of the run stand; an object has a comma before its first member then,
/// until `append_made` made it a row.
void append_row(const Mapping& mapping, const MappedTable& table, const RowContext& row, CellMaker& cells,
                std::string& to, std::vector<RunPlace>* places = nullptr);
/// A row that `append_row` made, as one of this operation.
void append_made(const Mapping& mapping, const MadeRow& made, RowOperation operation, CellMaker& cells,
                 std::string& to);

/// What is said of a row that is gone: its key, its matter, and what tells of the run.
[[nodiscard]] std::vector<std::string> removal_texts(const MappedTable& table, std::string_view identity,
                                                     std::string_view key, CellMaker& cells);
/// That as CSV, or as a line of JSON.
void append_removal(const Mapping& mapping, const MappedTable& table, const std::vector<std::string>& texts,
                    std::string& to);

/// The whole file of one matter: a message of XML, or a JSON object, a member a line.
void write_document(const Mapping& mapping, const MappedTable& table, const RowContext& row, CellMaker& cells,
                    std::string& to);

/// What stands before the objects of a JSON-LD file: the words it uses.
void begin_graph(const Mapping& mapping, std::string& to);
/// The rows of all tables, one sheet a table. They are kept until the end.
class WorkbookRows : public TableFile {
 public:
  WorkbookRows(const Mapping& mapping, const DateValue& day, bool sample);
  void add(const MappedTable& table, const std::vector<std::string>& texts, bool may_stand,
           const TakeBytes& to) override;
  void remove(const MappedTable& table, const std::vector<std::string>& texts, const TakeBytes& to) override;
  /// The workbook; sheets without rows are left out, except the first.
  void finish(const TakeBytes& to) override;

 private:
  const Mapping& mapping_;
  std::vector<Sheet> sheets_;  // by table
};

}  // namespace matter
