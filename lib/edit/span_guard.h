#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diag/lang.h"
#include "text/edit.h"

namespace matter {

/// Holds edits of spans against what they may change. `edits` are in order and do not overlap.
/// Of a text that is understood: it must stay so, everything that no edit touches must be read as before, at the same
/// depth and in the same order, and every comment must stay. Of one that is not: every comment must stay.
/// Where the edits mend a slip of YAML itself, what stands behind it on its line may be read otherwise than before, and
/// what stands below it at another depth.
/// What is not so, as a sentence; empty when all is well.
[[nodiscard]] std::string guard_spans(std::string_view text, const std::vector<TextEdit>& edits, Lang lang);

}  // namespace matter
