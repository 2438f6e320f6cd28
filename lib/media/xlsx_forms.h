#pragma once

#include <string>

#include "media/xlsx.h"

// How cells of a workbook that is written look; for xlsx*.cpp alone.

namespace matter::xlsx {

/// Looks of cells, in the order of `cellXfs` in the styles; behind them stand those of sheets to be edited.
enum Form : unsigned {
  standard,
  plain,
  number,
  date,
  bad,
  doubtful,
  heading,
  literal,
  heading_required,
  heading_fixed
};

/// Of a cell that people may change, or (`fixed`) may not where the sheet is locked.
[[nodiscard]] unsigned editable_form(SheetCell::Kind kind, SheetCell::Look look, bool fixed);
/// Of a whole column: what is written into cells that are empty now. No border.
[[nodiscard]] unsigned column_form(SheetCell::Kind kind);

[[nodiscard]] std::string styles();

}  // namespace matter::xlsx
