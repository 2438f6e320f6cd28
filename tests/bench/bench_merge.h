#pragma once

#include <filesystem>
#include <string>

namespace matter::bench {

/// Merging 1,000 changed files in one process, and the git driver with one process a merge, both against
/// `git merge-file`. `tree` is a made-up catalog; what is made for it stands below `folder`.
void bench_merge(const std::filesystem::path& folder, const std::string& tree, const std::string& program);

}  // namespace matter::bench
