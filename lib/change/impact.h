#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "change/measure.h"
#include "model/matter.h"

namespace matter {

/// A difference, new minus old, or that there is none to tell.
struct Delta {
  std::int64_t amount = 0;
  bool comparable = true;        ///< false: unknown on one side, or the units do not go together
  std::int64_t before = 0;       ///< the old number, where comparable
  Location before_at, after_at;  ///< what was counted; unknown where nothing is written
};

/// 四减 of one matter between two versions: less time, fewer steps, materials and visits are negative.
/// What is unknown (absent) on exactly one side is not counted as zero: it is not comparable. Unknown on
/// both sides is no difference.
struct Impact {
  std::array<std::int64_t, day_units> days{};  ///< promised limit; 当场 is 0 in the unit of the other side
  std::array<std::int64_t, day_units> days_before{};
  bool days_comparable = true;
  Location days_before_at, days_after_at;
  Delta steps;      ///< 办理环节
  Delta materials;  ///< 申请材料 that are 必要 and must be handed in; one that does not say is taken as 必要
  Delta waived;     ///< 必要 ones for which 电子证照 stands
  Delta shared;     ///< 必要 ones that the office checks itself: 数据核验, 行政协助
  Delta promised;   ///< 必要 ones for which a written promise stands
  Delta visits;     ///< 到办事现场次数

  struct OfSituation {
    std::string situation;
    Delta materials;
  };
  std::vector<OfSituation> situations;  ///< in which `materials` differ, of those that both sides know

  [[nodiscard]] bool none() const;  ///< none of the four changed and everything could be compared
};

[[nodiscard]] Impact impact(const Matter& before, const Matter& after);

/// The same over many matters, with how many could not be compared.
struct Reduction {
  std::int64_t amount = 0;
  std::int64_t before = 0;  ///< sum of the old numbers of all that could be compared
  std::size_t matters = 0;  ///< that have a difference
  std::size_t not_comparable = 0;
};
struct Reductions {
  std::array<std::int64_t, day_units> days{};
  std::array<std::int64_t, day_units> days_before{};
  std::size_t days_matters = 0;
  std::size_t days_not_comparable = 0;
  Reduction steps, materials, waived, shared, promised, visits;

  void add(const Impact& one);
};

/// `-50.0%` of `before`; empty where that is zero.
[[nodiscard]] std::string percent(std::int64_t amount, std::int64_t before);

}  // namespace matter
