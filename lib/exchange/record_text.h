#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/mapping.h"

namespace matter {

/// What a pattern found in the text of one item: fields of its record, and what stands in their places.
struct FoundText {
  const Field* field = nullptr;
  std::string_view text;
};
using FoundRecord = std::vector<FoundText>;

/// Takes the text of one item apart. Every place takes as little as possible, optional groups are found where they can
/// be, brackets within a place are closed there, and a value must be one of its field: a name of its list, a limit in
/// the model's words, the shape that the pattern gives. Nothing where the text has not this form, or nobody can tell.
[[nodiscard]] std::optional<FoundRecord> read_record_text(const Pattern& pattern, std::string_view text);

/// The items of a column's text, by the patterns of `also_read`, else by that of the column: as many as there can be,
/// for what separates them may stand in a text of them too. Each is written as the same text again. Where there is no
/// way, or more than one, the whole text is the first field of one item.
[[nodiscard]] std::vector<FoundRecord> read_records_text(const Column& column, std::string_view text);

/// Whether the column's text is taken apart so: it is read into the list that it is made of.
[[nodiscard]] bool reads_records(const Column& column);

}  // namespace matter
