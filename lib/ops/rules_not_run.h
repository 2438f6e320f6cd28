#pragma once

#include <span>
#include <vector>

#include "checks/engine.h"
#include "ops/run.h"

namespace matter {

/// The rules that did not speak of matters, and why: what a source never carries, what is switched off. `plans` and
/// `tally` by catalog. In order of rule and reason, equal ones put together.
[[nodiscard]] std::vector<NotChecked> rules_not_run(std::span<const CheckPlan> plans, const CheckTally& tally,
                                                    Lang lang);

}  // namespace matter
