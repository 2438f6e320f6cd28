#pragma once

#include <string>
#include <string_view>

#include "support/shared.h"

namespace matter::test {

/// A folder of files for one test.
class Tree {
 public:
  /// Folders above are made. Gives the whole path.
  std::string add(const std::string& path, std::string_view text) const;
  [[nodiscard]] std::string path(const std::string& below = {}) const;
  /// A path that a run shows, without the folder's own.
  [[nodiscard]] std::string without_root(std::string_view path) const;

 private:
  TemporaryFolder folder_;
};

}  // namespace matter::test
