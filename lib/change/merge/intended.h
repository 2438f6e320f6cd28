#pragma once

#include "change/merge.h"
#include "change/merge/box.h"

namespace matter::merge {

/// Whether a merged text says what the three sides call for. Worked out from the models alone, without a look at how
/// anything was written: what one side alone changed is that side's, what a person or a conflict decided is as decided.
/// `merged` is the text with every conflict decided for ours; `known` holds those conflicts.
[[nodiscard]] bool as_intended(const Version& base, const Version& ours, const Version& theirs, const Version& merged,
                               const Merged& known, const MergeOptions& options);

}  // namespace matter::merge
