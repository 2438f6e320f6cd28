#pragma once

#include <string>

#include "change/impact.h"
#include "diag/lang.h"

namespace matter {

/// 四减 of many matters in one line: `承诺时限 -5 工作日（-50.0%）；环节 0；…`; what need not be handed in only where
/// it changed.
[[nodiscard]] std::string reduction_words(const Reductions& all, Lang lang);
/// Of one matter: what changed, and what could not be compared; empty where nothing did. Safe for a terminal.
[[nodiscard]] std::string impact_words(const Impact& one, Lang lang);

}  // namespace matter
