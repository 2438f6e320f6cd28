#include "ops/import_plan.h"

#include <algorithm>
#include <numeric>

namespace matter {

std::size_t ImportPlan::count(PlannedMatter::State state) const {
  return static_cast<std::size_t>(
      std::count_if(matters.begin(), matters.end(), [&](const PlannedMatter& one) { return one.state == state; }));
}

std::size_t ImportPlan::values() const {
  return std::accumulate(matters.begin(), matters.end(), std::size_t{0},
                         [](std::size_t sum, const PlannedMatter& one) { return sum + one.changes.size(); });
}

std::size_t ImportPlan::asking() const {
  return std::accumulate(matters.begin(), matters.end(), std::size_t{0}, [](std::size_t sum, const PlannedMatter& one) {
    const auto values = std::count_if(one.changes.begin(), one.changes.end(), [](const auto& c) { return c.asks; });
    return sum + static_cast<std::size_t>(values) + (one.asks ? 1 : 0);
  });
}

std::size_t ImportPlan::conflicts() const {
  return std::accumulate(matters.begin(), matters.end(), std::size_t{0},
                         [](std::size_t sum, const PlannedMatter& one) { return sum + one.conflicts.size(); });
}

}  // namespace matter
