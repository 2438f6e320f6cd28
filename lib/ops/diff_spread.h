#pragma once

#include <functional>

#include "ops/diff_pairs.h"
#include "ops/run.h"

namespace matter {

using PairWork = std::function<void(std::size_t item, PairComparison::Scratch&, PairOutcome&)>;
using PairTake = std::function<void(std::size_t item, PairOutcome&)>;

/// Spreads comparisons over workers, each with its own memory; what they found is taken in order of the items.
void spread_pairs(const RunOptions& options, std::size_t count, const PairWork& work, const PairTake& take);

}  // namespace matter
