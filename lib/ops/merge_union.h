#pragma once

#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "ops/run.h"
#include "text/source.h"

namespace matter {

struct UnionCall {
  std::vector<std::string> inputs;  ///< folders or files
  std::vector<std::string> prefer;  ///< of the inputs: whose version holds, the first named before the others
  std::string out;                  ///< where it will stand; empty: nothing will be written
};

/// A file of the union.
struct UnionFile {
  std::string path;
  std::string text;
  std::string from;      ///< what it came from, as named
  std::string relative;  ///< where it stood there
};

/// What stands in two inputs and is not the same: a matter, or (without an identity) a file.
struct UnionConflict {
  std::string matter, name;
  std::string first, second;  ///< `path:line`, or the path of a file
};

struct UnionResult {
  std::vector<UnionFile> files;
  std::size_t matters = 0;    ///< in the result
  std::size_t once = 0;       ///< stood in several inputs, the same
  std::size_t preferred = 0;  ///< decided by `prefer`
  std::size_t renamed = 0;    ///< put below the name of their input, their own place being taken
  /// Comments of matters that another one stands for, and that it has not: `path:line: # …`.
  std::vector<std::string> comments;
  std::size_t links = 0;                 ///< symbolic links, not followed
  std::vector<UnionConflict> conflicts;  ///< then nothing is to be written
  std::vector<std::string> refused;      ///< why a file cannot be taken in, in words; then nothing is to be written
  bool validated = false;                ///< false where there are conflicts
  /// Errors that the result has and none of the inputs had: united but invalid. Places into `sources`.
  std::vector<Diagnostic> invalid;

  [[nodiscard]] bool clean() const { return conflicts.empty() && invalid.empty(); }
};

/// Brings several catalogs into one: every matter once. Matters that are the same in several inputs, but for how they
/// are written, stand where the first has them. The result is checked with all rules as it will stand at `out`. Throws
/// std::system_error for what cannot be read.
[[nodiscard]] UnionResult unite(const UnionCall& call, const RunOptions& options, Sources& sources);

/// Writes it below a folder that must be missing or empty, else false.
[[nodiscard]] bool write_union(const UnionResult& result, const std::string& folder);

}  // namespace matter
