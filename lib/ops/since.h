#pragma once

#include <string>
#include <vector>

#include "ops/git_tree.h"
#include "ops/validate.h"

namespace matter {

/// A check that shows what concerns a change.
struct SinceResult {
  /// Everything was checked; `findings`, and the counts of them, are those that are shown: what was not found then,
  /// wherever it stands, and all that is found in matters that are new or say something else.
  ValidateResult shown;
  std::size_t changed = 0;  ///< matters that are new or say something else
  std::size_t elsewhere_errors = 0, elsewhere_warnings = 0, elsewhere_infos = 0;  ///< found then too, and not shown
  std::size_t gone = 0;                                                           ///< found then, and no more
  bool nothing = false;                                                           ///< nothing was there to be checked

  [[nodiscard]] std::size_t elsewhere() const { return elsewhere_errors + elsewhere_warnings + elsewhere_infos; }
};

/// Checks what stands below a path and what a commit has there, both wholly: whether a code is unique or a
/// standard entry is there, only the whole catalog tells. Findings are one when their fingerprints are; matters when
/// their identities are, and unchanged when they say the same, however it is written. Throws std::system_error.
[[nodiscard]] SinceResult validate_since(const std::string& path, const GitRepository& git, const std::string& commit,
                                         const RunOptions& options, Sources& sources);

}  // namespace matter
