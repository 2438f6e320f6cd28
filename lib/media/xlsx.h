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
  /// How it stands out, in a sheet that is to be edited.
  enum class Look : std::uint8_t { usual, grey, lacking };
  std::string text;  ///< of a date: 2026-01-31
  Kind kind = Kind::text;
  Look look = Look::usual;
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
  // Of a sheet that is to be edited:
  SheetCell::Kind kind = SheetCell::Kind::text;  ///< of what is written into its empty cells
  bool required = false;                         ///< its heading stands out
  bool fixed = false;                            ///< what stands there now must stay, where the sheet is locked
  bool hidden = false;
};

/// A note that a program shows when one points at the cell.
struct SheetNote {
  std::size_t row = 0;  ///< 0 is the heading
  std::size_t column = 0;
  std::string text;
};

/// Values that a program offers for all cells of a column below the heading.
struct DropDown {
  std::size_t column = 0;
  std::string from;     ///< a formula: 'sheet'!$A$1:$A$9
  bool strict = false;  ///< nothing else can be written
};

enum class SheetSeen : std::uint8_t {
  yes,
  hidden,  ///< until people ask for it
  never    ///< nor offered to them
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
  bool editable = false;         ///< people work in it: empty cells are kept ready, rows of any height
  bool locked = false;           ///< protected, without a password: fixed columns stay as they are
  SheetSeen seen = SheetSeen::yes;
  std::vector<SheetNote> notes;
  std::vector<DropDown> drop_downs;
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
