#pragma once

#include <array>
#include <string>
#include <vector>

#include "ops/merge.h"

namespace matter {

/// What the merge driver did.
struct DriverResult {
  bool by_git = false;  ///< git's own text merge did it: the file cannot be merged by entries, or it is switched off
  std::string why;      ///< where it was not switched off: the reason, in words
  bool clean = false;   ///< no conflicts, and nothing that only the merge made invalid
  std::size_t conflicts = 0;
  std::vector<Diagnostic> invalid;
  /// What the sides were encoded in where they were brought together: the result is UTF-8 then.
  std::array<Encoding, merge_sides> encodings{};
};

/// Merges as git asks a driver to: the result into the file of OURS, which stays whole whenever we are stopped.
/// `path` is where the file belongs in the working tree, whose catalog's settings and rules hold. MATTER_MERGE=0 in the
/// environment leaves everything to git. Throws std::system_error for files that cannot be read or written.
[[nodiscard]] DriverResult merge_driver(const std::array<std::string, merge_sides>& files, const std::string& path,
                                        const RunOptions& options, Sources& sources);

/// Git's text merge of three files into the second one. True: no conflicts.
[[nodiscard]] bool merge_by_git(const std::array<std::string, merge_sides>& files, const std::string& path);

}  // namespace matter
