#pragma once

#include <array>
#include <string>

#include "ops/file_tree.h"
#include "ops/merge.h"

namespace matter {

using Trees = std::array<const FileTree*, merge_sides>;

/// Merges three folders into `result.files`; what was passed over into `result.not_merged`.
void merge_trees(const Trees& trees, const MergeCall& call, const MergeOptions& how, const RunOptions& options,
                 Sources& sources, MergeResult& result);

/// Where the other side of a conflict of files that are no YAML is kept: `files/form~theirs.docx`.
[[nodiscard]] std::string beside_name(const std::string& path);

}  // namespace matter
