#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "doc/json_write.h"
#include "report/places.h"

namespace matter {

enum class PlaceParts : std::uint8_t { line, line_and_column };

/// The members of a place: `file`, `line`, `column`; the file alone where it cannot be read any more, nothing where the
/// place is not known.
void write_place(Location at, PlaceParts parts, Places& places, JsonWriter& json);
/// An object of these members.
void write_place_as(std::string_view key, Location at, PlaceParts parts, Places& places, JsonWriter& json);

/// A text, or null where it is empty.
void write_text_or_null(std::string_view key, std::string_view text, JsonWriter& json);

/// An array of what stands against a change: `rule`, `matter`, `field`, `message` and the line.
void write_problems(const std::vector<Diagnostic>& all, Places& places, JsonWriter& json);

}  // namespace matter
