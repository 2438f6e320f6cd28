#pragma once

#include <string>

#include "model/field.h"
#include "model/matter.h"
#include "text/source.h"

namespace matter {

/// Where a list or value is spoken of that says nothing: at its key, its record, or the matter.
[[nodiscard]] Location place_in_matter(const Matter& m, const Mark& mark);
/// A value that is a scalar is pointed at, a record or list by its key.
[[nodiscard]] Location place_of_value(const Matter& m, const Field& field, const Mark& mark);
/// What an item is called by.
[[nodiscard]] Location place_of_item(const Matter& m, const Field& list, const void* item);
/// The canonical text of a member; of a list its items; empty where it says nothing, and of a record.
[[nodiscard]] std::string text_of(const Field& field, const void* record);

}  // namespace matter
