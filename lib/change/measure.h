#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "model/matter.h"

namespace matter {

/// The units that days of limits are summed in; never mixed. Weeks count as 7 natural days and years as 12 months,
/// which is certain; everything else keeps its own sum.
enum class DayUnit : std::uint8_t { working_day, day, month };
inline constexpr std::size_t day_units = 3;

/// A limit as days; no unit: 当场, which is 0 in any unit.
struct Days {
  std::int64_t amount = 0;
  std::optional<DayUnit> unit;
};
/// Nothing where no limit is known: absent, declared to be none, or not understood.
[[nodiscard]] std::optional<Days> days_of(const Limit& limit);

/// What is asked of the applicant for a material.
enum class MaterialClass : std::uint8_t {
  demanded,  ///< 必要 (one that does not say is), and to be handed in
  waived,    ///< 必要, 电子证照 stands for it
  shared,    ///< 必要, the office checks it itself: 数据核验, 行政协助
  promised,  ///< 必要, a written promise stands for it: 告知承诺
  optional,  ///< 非必要, 容缺后补
};
inline constexpr std::size_t material_classes = 5;
[[nodiscard]] MaterialClass class_of(const Material& material);

using MaterialCounts = std::array<std::int64_t, material_classes>;
/// Of all situations together, or of one (materials that are for it, and those that are for all). Nothing where the
/// list is absent or not understood; 无 is zero.
[[nodiscard]] std::optional<MaterialCounts> materials_of(const Matter& m, std::string_view situation = {});

[[nodiscard]] std::optional<std::int64_t> steps_of(const Matter& m);
[[nodiscard]] std::optional<std::int64_t> visits_of(const Matter& m);

/// Whether all of it can be done online: 网上办理 with depth Ⅳ级, or with 受理, 办理 and 结果反馈, or 全程网办 as a
/// mode of 通办. Nothing where the matter does not say how far it goes: that it can be done online is not enough.
[[nodiscard]] std::optional<bool> wholly_online(const Matter& m);

}  // namespace matter
