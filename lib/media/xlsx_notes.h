#pragma once

#include <span>
#include <string>
#include <string_view>

#include "media/xlsx.h"

// Notes on cells of a workbook that is written; for xlsx*.cpp alone.

namespace matter::xlsx {

/// What a note says, without what it stands on.
[[nodiscard]] std::string note_runs(std::string_view text);
/// One note, by the author with this number.
[[nodiscard]] std::string note_xml(const SheetNote& note, std::size_t author);
/// The box of one, with a number that no other box of the sheet has.
[[nodiscard]] std::string note_box(const SheetNote& note, std::size_t id);
/// What the notes of a sheet say.
[[nodiscard]] std::string notes_xml(std::span<const SheetNote> notes);
/// The boxes that they are shown in: without these no program shows them. `block` is the first number of ids that no
/// sheet before has used; those used are counted on.
[[nodiscard]] std::string note_boxes(std::span<const SheetNote> notes, std::size_t& block);

}  // namespace matter::xlsx
