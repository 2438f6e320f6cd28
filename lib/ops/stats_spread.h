#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "change/measure.h"
#include "model/family.h"
#include "model/matter.h"

namespace matter {

/// Numbers from … to, both counted; nothing: and all above.
struct Range {
  std::int64_t from = 0;
  std::optional<std::int64_t> to = {};
};

// Finer where most matters are.
inline constexpr Range day_ranges[] = {{0, 0}, {1, 1}, {2, 5}, {6, 10}, {11, 20}, {21, 30}, {31, 60}, {61, {}}};
inline constexpr Range material_ranges[] = {{0, 0}, {1, 1}, {2, 3}, {4, 5}, {6, 10}, {11, 20}, {21, {}}};
inline constexpr Range step_ranges[] = {{0, 0}, {1, 2}, {3, 3}, {4, 4}, {5, 5}, {6, 10}, {11, {}}};
inline constexpr Range visit_ranges[] = {{0, 0}, {1, 1}, {2, 2}, {3, {}}};

/// How often numbers fall into ranges.
struct Histogram {
  std::span<const Range> ranges;
  std::vector<std::size_t> counts;  ///< one a range
  std::size_t said = 0;             ///< matters that say the number
  std::int64_t sum = 0;

  explicit Histogram(std::span<const Range> of) : ranges(of), counts(of.size()) {}
  void add(std::int64_t number);
};

/// Limits of one kind (legal or promised) that do not stand in the histogram.
struct OtherLimits {
  std::size_t days = 0;     ///< in natural days
  std::size_t months = 0;   ///< in months
  std::size_t none = 0;     ///< declared that there is none
  std::size_t unknown = 0;  ///< not given, or not understood
};

/// One of the four held against the standard entry, over matters that are bound to one.
struct AgainstStandard {
  std::size_t fewer = 0, same = 0, more = 0;
  std::size_t unknown = 0;  ///< one side does not say it, or the units do not go together
};

using Tally = std::map<std::string, std::size_t, std::less<>>;

/// How matters are spread. A matter that does not say something stands in no part of it.
struct Spread {
  std::array<std::size_t, family_number> families{};
  Tally types;                    ///< by canonical name of 事项类型
  Tally channels;                 ///< 办理形式 that are certainly offered; one matter may offer several
  Tally tongban;                  ///< 通办方式, likewise
  std::size_t says_channels = 0;  ///< matters that offer any
  std::size_t on_tongban = 0;     ///< matters that name any
  Histogram legal{day_ranges}, promised{day_ranges};  ///< in working days; 当场 is 0
  OtherLimits other_legal, other_promised;
  Histogram materials{material_ranges};  ///< 必要 ones, whether they are to be handed in or not
  MaterialCounts classes{};              ///< all materials of matters whose source carries 免交方式
  Histogram steps{step_ranges}, visits{visit_ranges};
  std::size_t bound = 0;  ///< matters with a standard entry
  AgainstStandard time, fewer_steps, fewer_materials, fewer_visits;
  std::size_t samples = 0;  ///< matters that are marked as such, or whose catalog is

  /// `waivers`: the source carries 免交方式 at all. `sample`: the matter or its catalog is marked as one.
  void add(const Matter& m, bool waivers, bool sample);
};

}  // namespace matter
