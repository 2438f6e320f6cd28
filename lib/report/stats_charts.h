#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diag/lang.h"
#include "ops/stats.h"
#include "report/svg_charts.h"

namespace matter {

/// One picture of how matters are spread: what the page draws as SVG and the terminal as bars of characters.
struct StatsChart {
  std::string_view id;  ///< of its section
  std::string title;
  std::string note;  ///< what it counts, and what it leaves out
  ChartTable table;
  std::vector<ChartKey> keys;  ///< where bars have several parts
  bool wide = false;           ///< wants the whole width of a page
  bool in_text = true;         ///< false: the text has a table of the same
};

/// Those that have something to show: against the standard, limits, materials, steps, visits, channels and modes,
/// families and types, then levels and agencies where there are several.
[[nodiscard]] std::vector<StatsChart> stats_charts(const StatsResult& result, Lang lang);

/// `83.3%`; — where there is nothing that it could be of.
[[nodiscard]] std::string share_words(std::int64_t part, std::int64_t of);

}  // namespace matter
