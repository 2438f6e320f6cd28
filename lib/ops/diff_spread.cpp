#include "ops/diff_spread.h"

#include <vector>

#include "text/pool.h"

namespace matter {

void spread_pairs(const RunOptions& options, std::size_t count, const PairWork& work, const PairTake& take) {
  const unsigned workers = worker_count(options.jobs, count);
  const std::size_t window = workers == 1 ? 1 : std::size_t{workers} * 16;
  std::vector<PairComparison::Scratch> scratch(workers);
  std::vector<PairOutcome> outcomes(window);
  in_order(
      count, workers, window,
      [&](unsigned worker, std::size_t item) { work(item, scratch[worker], outcomes[item % window]); },
      [&](std::size_t item) {
        take(item, outcomes[item % window]);
        outcomes[item % window] = {};
      });
}

}  // namespace matter
