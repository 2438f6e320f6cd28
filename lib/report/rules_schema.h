#pragma once

#include "doc/json_write.h"
#include "report/matter_schema.h"

namespace matter {

/// What catalog.yaml may say under `rules:`, as members of the object that is open.
void write_rules_schema(SchemaKeys keys, JsonWriter& json);
/// Its definitions, as members of `$defs`.
void write_rules_definitions(SchemaKeys keys, JsonWriter& json);

}  // namespace matter
