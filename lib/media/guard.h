#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace matter {

/// A text as it may stand in a cell of a CSV file: one that a spreadsheet would take for a formula (it begins with
/// = + - @, their full-width forms, a tab or a line break) gets an apostrophe in front. Nothing is lost: what begins
/// with apostrophes and then such a sign gets one more, so `unguarded` gives back exactly what was guarded.
enum class Guard : std::uint8_t {
  formulas,
  runnable,     ///< only what a spreadsheet would run: a sign alone and a number with its sign stay as they are
  numbers_too,  ///< also what a spreadsheet would make a number, day or time of: codes, 00123, 1-2, 3月1日
};
/// Whether a spreadsheet would run it, or a receiver that makes full-width signs plain ones: it begins with one of
/// these signs, says more, and is no number.
[[nodiscard]] bool runs_as_formula(std::string_view text);
[[nodiscard]] std::string guarded(std::string_view text, Guard against = Guard::formulas);
[[nodiscard]] std::string unguarded(std::string_view cell, Guard against = Guard::formulas);

}  // namespace matter
