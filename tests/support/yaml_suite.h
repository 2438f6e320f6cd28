#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace matter::test {

/// One case of the official YAML test suite.
struct SuiteCase {
  std::string id;  ///< "229Q", or "2G84-00" where a file holds several
  std::string name;
  std::string yaml;      ///< the input, its visible signs for blanks turned back into bytes
  std::string tree;      ///< the expected events, one a line
  bool fail = false;     ///< not YAML: must be refused
  bool skipped = false;  ///< the suite itself leaves it out of its counts
  /// Uses anchors, aliases, tags, directives or complex keys (by the expected tree and the text).
  bool outside_dialect = false;
};

/// All cases in the `src` folder of the suite, in order. Read with yaml-cpp, not with our own reader.
[[nodiscard]] std::vector<SuiteCase> yaml_suite(const std::filesystem::path& src);

/// The expected tree in the form of `tree_text` (support/trees.h): aliases resolved.
[[nodiscard]] std::string expected_tree(const std::string& suite_tree);

}  // namespace matter::test
