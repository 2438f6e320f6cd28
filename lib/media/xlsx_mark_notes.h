#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

// Notes of a workbook that is there already; for xlsx*.cpp alone.

namespace matter::xlsx {

struct CellNote {
  bool error = false;
  std::string text;
};
/// By row as people see it, and column from 0.
using MarksByCell = std::map<std::pair<std::uint32_t, std::uint32_t>, CellNote>;

struct NoteParts {
  std::string sheet;
  std::size_t number = 1;  ///< of the sheet
  std::optional<std::string> comments, drawing;
  std::string new_drawing;  ///< id of the relation to a drawing that was made
};

struct MarkedNotes {
  std::string comments, drawing;
  bool changed = false;
};
/// The notes with the marks, those of an earlier call taken out. People's own stay; a mark on the same cell goes below
/// what they wrote. Nothing where a part is no XML.
[[nodiscard]] std::optional<MarkedNotes> marked_notes(const MarksByCell& marks, const NoteParts& parts);

}  // namespace matter::xlsx
