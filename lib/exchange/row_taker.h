#pragma once

#include <functional>
#include <string_view>

#include "exchange/cell.h"
#include "exchange/mapping.h"

namespace matter {

using TakeBytes = std::function<void(std::string_view)>;

/// Takes the rows of all tables of an export, one after another: a workbook, a database, a script.
class RowTaker {
 public:
  RowTaker() = default;
  RowTaker(const RowTaker&) = delete;
  RowTaker& operator=(const RowTaker&) = delete;
  virtual ~RowTaker() = default;

  /// What stands before the first row, if anything.
  virtual void begin(const TakeBytes& to) { static_cast<void>(to); }
  virtual void add(const MappedTable& table, const RowContext& row, CellMaker& cells, const TakeBytes& to) = 0;
  /// What is left to be said.
  virtual void finish(const TakeBytes& to) = 0;
};

}  // namespace matter
