#pragma once

#include <vector>

#include "ops/import_plan.h"

namespace matter {

/// Whether a change must be confirmed: something goes, or what others hang on.
[[nodiscard]] bool must_ask(const PlannedChange& change);

/// What both sides changed, each from what stood there when the workbook was made, and not to the same. Of a list whose
/// items came, went or moved on one side, any change of the other is one: items could not be told apart for certain.
[[nodiscard]] std::vector<PlannedConflict> conflicts_of(const std::vector<PlannedChange>& workbook,
                                                        const std::vector<PlannedChange>& catalog);

}  // namespace matter
