#pragma once

#include "ops/merge_trees.h"
#include "ops/merge_union.h"

namespace matter {

/// Errors that the rules find in the result, in the catalog of OURS, and that neither OURS nor THEIRS had: by
/// fingerprint. What both sides had is not held against the merge.
/// Their places are in sources that hold the merged texts. Only for a result without conflicts.
[[nodiscard]] std::vector<Diagnostic> errors_of_trees(const MergeResult& result, const Trees& trees,
                                                      const RunOptions& options, Sources& sources);
/// The same for the single file of a result, named `names[1]`.
[[nodiscard]] std::vector<Diagnostic> errors_of_file(const MergeResult& result, const RunOptions& options,
                                                     Sources& sources);
/// The same for a file of commits: `below` of the trees.
[[nodiscard]] std::vector<Diagnostic> errors_of_commit_file(const MergeResult& result, const FileTree& ours,
                                                            const FileTree& theirs, const RunOptions& options,
                                                            Sources& sources);

/// Errors that a union has, as it will stand at `call.out`, and none of its inputs had.
[[nodiscard]] std::vector<Diagnostic> errors_of_union(const UnionResult& result, const UnionCall& call,
                                                      const RunOptions& options, Sources& sources);

/// The same for one text that will stand at `path`, a file that exists.
[[nodiscard]] std::vector<Diagnostic> errors_of_text(const std::string& path, const std::string& merged,
                                                     const std::string& ours, const std::string& theirs,
                                                     const RunOptions& options, Sources& sources);

}  // namespace matter
