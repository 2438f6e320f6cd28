#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "report/finding_parts.h"

namespace matter {

/// A column of the table of findings, which spreadsheets take as CSV and as a workbook.
struct FindingColumn {
  Bilingual title;
  double width = 10;
  enum class Kind : std::uint8_t { text, code, number } kind = Kind::text;
};
[[nodiscard]] std::span<const FindingColumn> finding_columns();
inline constexpr std::size_t finding_severity_column = 0;

/// The cells of one finding, as many as there are columns; numbers are digits or empty.
[[nodiscard]] std::vector<std::string> finding_cells(const Diagnostic& finding, Places& places, Lang lang);

}  // namespace matter
