#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "model/matter.h"

namespace matter {

/// The units that days of promised limits are summed in; never mixed. Weeks count as 7 natural days and
/// years as 12 months, which is certain; everything else keeps its own sum.
enum class DayUnit : std::uint8_t { working_day, day, month };
inline constexpr std::size_t day_units = 3;

/// A difference, new minus old, or that there is none to tell.
struct Delta {
  std::int64_t amount = 0;
  bool comparable = true;  ///< false: unknown on one side, or the units do not go together
};

/// 四减 of one matter between two versions: less time, fewer steps, materials and visits are negative.
/// What is unknown (absent) on exactly one side is not counted as zero: it is not comparable. Unknown on
/// both sides is no difference.
struct Impact {
  std::array<std::int64_t, day_units> days{};  ///< promised limit; 当场 is 0 in the unit of the other side
  bool days_comparable = true;
  Delta steps;      ///< 办理环节
  Delta materials;  ///< 申请材料 that are 必要; one that does not say is taken as 必要
  Delta visits;     ///< 到办事现场次数

  [[nodiscard]] bool none() const;  ///< nothing changed and everything could be compared
};

[[nodiscard]] Impact impact(const Matter& before, const Matter& after);

/// The same over many matters, with how many could not be compared.
struct Reduction {
  std::int64_t amount = 0;
  std::size_t matters = 0;  ///< that have a difference
  std::size_t not_comparable = 0;
};
struct Reductions {
  std::array<std::int64_t, day_units> days{};
  std::size_t days_matters = 0;
  std::size_t days_not_comparable = 0;
  Reduction steps, materials, visits;

  void add(const Impact& one);
};

}  // namespace matter
