#pragma once

#include <string>
#include <vector>

#include "change/impact.h"
#include "diag/lang.h"

namespace matter {

/// One number of 四减 in words, not escaped for anything.
struct ReductionFigure {
  std::string what;           ///< 承诺时限; `材料（个人经营）`
  std::string amount;         ///< `-5 工作日`, `+1`, `0`, `无法比较`
  std::string share;          ///< `-50.0%`; empty where nothing changed or there is nothing that it could be of
  std::string before, after;  ///< `10`, `5`, in the unit of `amount`; empty where they cannot be told
  int way = 0;                ///< -1: less, 1: more
  bool apart = false;         ///< not one of the four: 免交, 共享核验, 告知承诺
};

/// Of many matters: the four always, 承诺时限 once for each unit that changed; those apart only where they changed.
[[nodiscard]] std::vector<ReductionFigure> reduction_figures(const Reductions& all, Lang lang);
/// Of one matter: what changed, and what could not be compared.
[[nodiscard]] std::vector<ReductionFigure> impact_figures(const Impact& one, Lang lang);
/// What the sums leave out, `承诺时限 1 个事项，…`; empty where that is nothing.
[[nodiscard]] std::string not_counted_words(const Reductions& all, Lang lang);

/// 四减 of many matters in one line: `承诺时限 -5 工作日（-50.0%）；环节 0；…`; what need not be handed in only where
/// it changed.
[[nodiscard]] std::string reduction_words(const Reductions& all, Lang lang);
/// Of one matter: what changed, and what could not be compared; empty where nothing did. Safe for a terminal.
[[nodiscard]] std::string impact_words(const Impact& one, Lang lang);

}  // namespace matter
