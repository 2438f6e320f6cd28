#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace matter {

/// What is wrong with a cell of a workbook.
struct CellMark {
  std::string sheet;                  ///< as the workbook calls it
  std::uint32_t column = 0, row = 1;  ///< column from 0, row as people see it
  bool error = false;                 ///< red; else yellow
  std::string text;
};

/// The line of a note that what is wrong begins with: all below it was written by `mark_workbook`.
inline constexpr std::string_view mark_line = "—— matter ——";

/// The workbook with notes and colours at cells, and otherwise as it was, whoever made it: widths, fonts, fills,
/// formulas, people's own notes and sheets stay. Colours are conditional formats, so that the cells keep their own
/// look. Marks of an earlier call go. Nothing where it is no workbook, or has parts that are no XML.
[[nodiscard]] std::optional<std::string> mark_workbook(std::string_view bytes, const std::vector<CellMark>& marks);

}  // namespace matter
