#pragma once

#include "ops/merge.h"

namespace matter {

/// Merges three folders into `result.files`; what was passed over into `result.not_merged`.
void merge_trees(const std::array<std::string, merge_sides>& sides, const MergeCall& call, const RunOptions& options,
                 Sources& sources, MergeResult& result);

/// Where the other side of a conflict of files that are no YAML is kept: `files/form~theirs.docx`.
[[nodiscard]] std::string beside_name(const std::string& path);

}  // namespace matter
