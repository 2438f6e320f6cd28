#pragma once

#include <array>
#include <string>
#include <vector>

#include "change/merge.h"
#include "diag/lang.h"
#include "text/source.h"

namespace matter {

/// One file on up to three sides: its path below each folder; empty where the side has none.
struct FileTriple {
  std::array<std::string, merge_sides> path;
};

/// The files of a folder, in order of path: all but version control's own.
struct FileTree {
  std::string root;
  std::vector<std::string> files;
  std::size_t links = 0;   ///< symbolic links, not followed
  std::size_t others = 0;  ///< pipes, devices

  /// Throws std::system_error for what is no folder or cannot be read.
  explicit FileTree(std::string folder);
  [[nodiscard]] std::string full(const std::string& relative) const;
  [[nodiscard]] bool has(const std::string& relative) const;
};

/// Which files of three trees are one: those at one path; a file that a side has no more at its path is looked for
/// among those that are new there, by the matters in it, else by its bytes. In order of path in the result.
[[nodiscard]] std::vector<FileTriple> pair_files(const std::array<const FileTree*, merge_sides>& trees);

/// Where a file belongs: where the side that moved it put it; ours where both moved it.
[[nodiscard]] const std::string& merged_path(const FileTriple& triple);
/// Whether both moved it, to different places.
[[nodiscard]] bool moved_apart(const FileTriple& triple);

}  // namespace matter
