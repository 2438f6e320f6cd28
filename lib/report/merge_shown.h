#pragma once

#include <string>

#include "ops/merge.h"

namespace matter {

/// Where a conflict stands on a side, as `path:line`; empty where the side has nothing there.
[[nodiscard]] std::string conflict_place(const FileMerge& file, const MergeConflict& conflict, MergeSide side,
                                         const Sources& sources);

/// What the matter of a conflict is called for people; empty where it has no name.
[[nodiscard]] std::string conflict_name(const FileMerge& file, const MergeConflict& conflict, const Sources& sources);

/// The value of one side in one line, or several where it is a long list; empty where there is none.
[[nodiscard]] std::vector<std::string> conflict_value(const MergeConflict& conflict, MergeSide side, Lang lang);

}  // namespace matter
