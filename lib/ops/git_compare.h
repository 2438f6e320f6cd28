#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/source.h"

namespace matter {

/// What git tells an external diff driver.
struct GitPair {
  std::string path;           ///< in the repository; of a file that was renamed the old one
  std::string before, after;  ///< files that hold the two versions; /dev/null where there is none
  std::string before_id, after_id;
  std::string before_mode, after_mode;
  std::string renamed;  ///< the new path; empty where it stayed
  std::string about;    ///< what git says of a renaming, in lines

  [[nodiscard]] const std::string& after_path() const { return renamed.empty() ? path : renamed; }
  /// Whether there are two versions: nothing was added or removed.
  [[nodiscard]] bool both() const;
};

/// The arguments that git gives, without the program and its action: path, old file, id and mode, new file, id and
/// mode, for a renaming the new path and what git says of it.
[[nodiscard]] GitPair git_pair(const std::vector<std::string>& given);

/// Whether a text is YAML of matters rather than of anything else that stands in a repository (workflows, settings):
/// one mapping in it names a matter's identity, or half of its keys, and at least two, are fields of matters. False for
/// catalog.yaml.
[[nodiscard]] bool holds_matters(std::string_view path, const std::string& file, Sources& sources);

/// Git's own comparison by lines, under the names that the files have in the repository.
[[nodiscard]] std::string compare_by_lines(const GitPair& pair, bool color);

}  // namespace matter
