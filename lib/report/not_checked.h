#pragma once

#include <string_view>
#include <vector>

#include "doc/json_write.h"
#include "ops/run.h"

namespace matter {

/// A member of the object that is being written: what a run did not look at, a row each.
void write_not_checked(std::string_view key, const std::vector<NotChecked>& rows, JsonWriter& to);

}  // namespace matter
