#pragma once

#include <vector>

#include "doc/json_write.h"
#include "ops/set.h"
#include "report/places.h"

namespace matter {

/// The members `changes`, `files` and `refused` of a report about edits of fields.
void write_edits(const std::vector<SetChange>& changes, const std::vector<SetFile>& files,
                 const std::vector<Diagnostic>& refused, bool with_diff, Places& places, JsonWriter& json);

}  // namespace matter
