#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diag/collector.h"
#include "text/source.h"

namespace matter {

/// A cell of a workbook that holds something.
struct WorkbookCell {
  enum class Kind : std::uint8_t { text, number, boolean, date, error };
  std::uint32_t column = 0;  ///< from 0
  Kind kind = Kind::text;
  /// Of a number as it stands in the file (3, 1.135E+16), of a date 2026-01-31 or 2026-01-31 12:00:00, of a boolean 是
  /// or 否, of an error #REF!.
  std::string text;
  bool formula = false;  ///< the text is what the program that saved it made of a formula
};

struct WorkbookRow {
  std::uint32_t number = 1;  ///< as people see it
  bool hidden = false;
  std::vector<WorkbookCell> cells;  ///< in order of columns
};

struct WorkbookSheet {
  std::string name;
  bool hidden = false;
  std::vector<WorkbookRow> rows;    ///< that hold something, in order
  std::vector<std::string> merged;  ///< ranges of merged cells: B2:B4. What they say stands in the first one
};

/// What a cell is called: C12.
[[nodiscard]] std::string cell_name(std::uint32_t column, std::uint32_t row);

inline constexpr std::size_t most_workbook_cells = 20'000'000;

/// Reads the sheets of a workbook (Office Open XML, transitional or strict) as Excel, WPS and LibreOffice save it. What
/// is no such workbook, is locked, or goes beyond the limits (media/unzip.h) is a finding; nothing is read then.
/// Document types and entities are refused, nothing outside of the file is looked at.
[[nodiscard]] std::vector<WorkbookSheet> read_workbook(std::string_view bytes, SourceId source, Collector& findings);

}  // namespace matter
