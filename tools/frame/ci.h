#pragma once

#include <string>

namespace matter::cli {

/// What a pipeline tells of itself in the environment.
struct Ci {
  bool github = false;  ///< GitHub Actions, or what behaves like them (Gitea, Forgejo): GITHUB_ACTIONS=true
  std::string summary;  ///< the file of the step's summary: GITHUB_STEP_SUMMARY
  /// What leads from the root of the repository (GITHUB_WORKSPACE, CI_PROJECT_DIR) to the working folder: `a/b/`, empty
  /// at the root or where there is none.
  std::string folder;
};
[[nodiscard]] Ci ci_of_environment();

}  // namespace matter::cli
