#pragma once

#include <vector>

#include "change/change.h"
#include "change/impact.h"
#include "diag/collector.h"

namespace matter {

/// Reductions that are none, as warnings: the promised limit shorter than what its steps add up to (which fitted
/// before); a material gone that a new condition asks for; two materials joined into one by 、; time moved into a
/// special procedure that does not count. Each points to the new place and notes the old one.
void say_hollow(const Matter& before, const Matter& after, const std::vector<Change>& changes, Collector& findings);

}  // namespace matter
