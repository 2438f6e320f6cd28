#pragma once

#include "doc/json_write.h"
#include "model/field.h"

namespace matter {

/// The schema of one scalar of a field, as members of the object that is open: what the reader understands, nothing at
/// all (null, an empty text) and 无, which it takes everywhere.
void write_scalar_schema(const Field& field, Kind kind, JsonWriter& json);

/// Whether the value must be written in quotes and has a pattern of its own (`$defs/format_…`).
[[nodiscard]] bool is_code(Format format);
/// `format_usc` …: the name of its definition.
[[nodiscard]] std::string_view definition_of(Format format);
/// All definitions of formats, as members of `$defs`.
void write_format_definitions(JsonWriter& json);

/// A text that a person might write there, out of the field's help; empty where the help shows none.
[[nodiscard]] std::string_view example_of(const Field& field);

}  // namespace matter
