#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/cell.h"
#include "exchange/mapping.h"

namespace matter {

/// Takes the rows of all tables of an export, one after another, in the place of files: a database that is at hand.
class RowTaker {
 public:
  RowTaker() = default;
  RowTaker(const RowTaker&) = delete;
  RowTaker& operator=(const RowTaker&) = delete;
  virtual ~RowTaker() = default;

  virtual void add(const MappedTable& table, const RowContext& row, CellMaker& cells) = 0;
};

using TakeBytes = std::function<void(std::string_view)>;

/// A file that holds the rows of all tables: a workbook, a script, a database.
class TableFile {
 public:
  TableFile() = default;
  TableFile(const TableFile&) = delete;
  TableFile& operator=(const TableFile&) = delete;
  virtual ~TableFile() = default;

  /// What stands before the first row, if anything.
  virtual void begin(const TakeBytes& to) { static_cast<void>(to); }
  /// A text a column. `may_stand`: the file changes what stands elsewhere, and a row of this key may stand there.
  virtual void add(const MappedTable& table, const std::vector<std::string>& texts, bool may_stand,
                   const TakeBytes& to) = 0;
  /// A row that is gone: its ids, and what tells of the run.
  virtual void remove(const MappedTable& table, const std::vector<std::string>& texts, const TakeBytes& to) = 0;
  /// What is left to be said.
  virtual void finish(const TakeBytes& to) = 0;
};

}  // namespace matter
