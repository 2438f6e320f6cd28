#pragma once

#include "doc/json_write.h"
#include "model/field.h"
#include "report/matter_schema.h"

namespace matter {

/// What a record cannot do without, as members of its open schema. Of an item of a list: what every family needs (lists
/// are inherited whole). Of the matter: what is never inherited; and, where it is not bound, what its family needs.
void write_required(const Table& table, bool root, SchemaOf of, SchemaKeys keys, JsonWriter& json);

}  // namespace matter
