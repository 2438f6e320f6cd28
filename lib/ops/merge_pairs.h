#pragma once

#include <array>
#include <string>
#include <vector>

#include "change/merge.h"
#include "ops/file_tree.h"

namespace matter {

/// One file on up to three sides: its path below each folder; empty where the side has none.
struct FileTriple {
  std::array<std::string, merge_sides> path;
};

/// Which files of three trees are one: those at one path; a file that a side has no more at its path is looked for
/// among those that are new there, by the matters in it, else by its bytes. In order of path in the result.
[[nodiscard]] std::vector<FileTriple> pair_files(const std::array<const FileTree*, merge_sides>& trees);

/// Where a file belongs: where the side that moved it put it; ours where both moved it.
[[nodiscard]] const std::string& merged_path(const FileTriple& triple);
/// Whether both moved it, to different places.
[[nodiscard]] bool moved_apart(const FileTriple& triple);

}  // namespace matter
