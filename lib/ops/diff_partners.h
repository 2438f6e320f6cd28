#pragma once

#include <vector>

#include "diag/collector.h"
#include "ops/diff_pairs.h"

namespace matter {

/// Finds partners for matters of different files, in three rounds: by identity; standard entries of which each
/// side has one version left, by code; by relative path and number where a side has no code. Marks them as paired.
struct Partners {
  std::uint32_t before = 0;  ///< indexes into the vectors given
  std::uint32_t after = 0;
  double likeness = 0;  ///< above 0: found by likeness
};
[[nodiscard]] std::vector<Partners> find_partners(const DiffTree& old_tree, std::vector<MetMatter>& before,
                                                  const DiffTree& new_tree, std::vector<MetMatter>& after);

/// An error for each identity that stands more than once in one tree: which one is meant cannot be told.
void say_duplicates(const std::vector<MetMatter>& met, Collector& findings);

}  // namespace matter
