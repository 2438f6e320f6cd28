#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "change/measure.h"
#include "diag/diagnostic.h"
#include "ops/run.h"
#include "ops/stats_spread.h"
#include "text/source.h"

namespace matter {

/// So many of so many. What is unknown is in neither.
struct Share {
  std::int64_t part = 0;
  std::int64_t of = 0;
};

/// What the source of a catalog carries at all: without 网上办理深度 only those are known that are not online, without
/// 免交方式 only those that must be handed in, and a share would be no share.
struct Carried {
  bool depth = true;
  bool waivers = true;
};

/// Where services stand. Each share says what it is of.
struct Standing {
  std::size_t matters = 0;
  std::array<Share, day_units> compression{};  ///< (Σ法定 − Σ承诺) / Σ法定, over matters that have both in that unit
  std::array<std::size_t, day_units> compressed_matters{};  ///< how many these are
  std::size_t limits_apart = 0;                             ///< have both limits, in units that do not go together
  Share instant;                                            ///< 即办件, of those that say their 办件类型
  Share online;                                             ///< 全程网办, of those that say how far they go online
  Share no_visit;   ///< 一趟不用跑, of those that say how often one must come
  Share one_visit;  ///< 最多跑一趟, likewise
  Share waived;     ///< 必要 materials that need not be handed in, of all 必要 ones

  void add(const Matter& m, Carried carried);
};

struct StatsResult {
  Standing all;
  std::map<std::string, Standing> by_agency, by_level;  ///< only where there are several
  Spread spread;                                        ///< of the same matters as `all`
  std::string catalog;                                  ///< the name of the catalog, where there is only one
  std::size_t files = 0;
  std::size_t standard_entries = 0;  ///< not counted beside matters of implementing lists
  std::vector<Diagnostic> findings;  ///< of reading; what could not be read whole is counted as far as it was read
  std::size_t damaged = 0;           ///< files that could not be read whole
};

/// Counts the effective matters below the paths. Entries of a standard catalog count only where there is nothing else.
[[nodiscard]] StatsResult stats(const std::vector<std::string>& paths, const RunOptions& options, Sources& sources);

}  // namespace matter
