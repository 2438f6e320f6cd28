#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace matter {

/// One cell of a workbook. A text is always a text: no formula, no link, whatever it begins with.
struct SheetCell {
  enum class Kind : std::uint8_t { text, number, date };
  std::string text;  ///< of a date: 2026-01-31
  Kind kind = Kind::text;
};

/// How a row is shown.
enum class Tint : std::uint8_t { none, bad, doubtful };

struct SheetRow {
  std::vector<SheetCell> cells;
  Tint tint = Tint::none;  ///< of the cell in the tinted column
};

struct SheetColumn {
  std::string title;
  double width = 10;  ///< in characters of the usual font; an ideograph takes two
  bool text = false;  ///< what people write there stays text too: no number is made of a code
};

/// A table for people: a heading row that stays in view and filters, wrapped texts, printed on the width of one page.
struct Sheet {
  std::string name;    ///< on the tab; characters that are refused there become spaces, 31 are kept
  std::string header;  ///< printed above each page
  std::string title;   ///< of the document
  std::vector<SheetColumn> columns;
  std::vector<SheetRow> rows;
  std::size_t tinted = 0;        ///< the column that carries the colour
  std::size_t kept_in_view = 0;  ///< columns on the left that stay when the others move
  std::size_t most_lines = 24;   ///< that a row is high, however long its texts
  bool one_page_wide = true;     ///< when printed
  std::string cut_mark = "…";    ///< behind a text that is longer than a cell can hold (32,767 characters)
  std::chrono::sys_days made{};  ///< the date of the document: no clock is asked
};

/// UTF-16 units that a cell can hold, and those of a text.
inline constexpr std::size_t most_cell_units = 32767;
[[nodiscard]] std::size_t utf16_length(std::string_view text);

/// The bytes of a workbook (Office Open XML), the same for the same sheet. Rows beyond what a sheet can hold go on in
/// a second one. Throws std::system_error where it cannot be made (no memory, no room for temporary files).
[[nodiscard]] std::string to_xlsx(const Sheet& sheet);
/// Of several sheets with names of their own; header, title and day of the document are those of the first.
[[nodiscard]] std::string to_xlsx(const std::vector<Sheet>& sheets);

}  // namespace matter
