#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "change/merge.h"

namespace matter {

class GitRepository;  // ops/git_tree.h

/// What the words behind `matter merge` mean.
struct NamedSides {
  bool commits = false;  ///< else three paths
  std::array<std::string, merge_sides>
      names;                             ///< paths; of commits as they were given, a base that was found by its id
  std::string below = ".";               ///< of commits: the path that is merged
  bool base_found = false;               ///< it was looked for
  std::vector<std::string> other_bases;  ///< further best common ancestors, after criss-cross merges

  enum class Wrong : std::uint8_t { nothing, unknown_range, unknown_path, no_base, too_few, too_many };
  Wrong wrong = Wrong::nothing;
  std::string word;  ///< the one that is wrong
};

/// A name that stands on the disk is a path, else a commit if git knows it. `A...B` or `A..B`, `A B`, or `B` alone
/// (into HEAD): the base is their merge base; `BASE A B`: three commits. Behind them a path below which is merged.
[[nodiscard]] NamedSides named_sides(const std::vector<std::string>& words, const GitRepository& git);

}  // namespace matter
