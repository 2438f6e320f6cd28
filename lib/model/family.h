#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "diag/lang.h"

namespace matter {

/// Families of matters, each with its own national table and required fields.
enum class Family : std::uint8_t {
  unknown,         ///< the type is missing or none of the named ones
  licence,         ///< 许可
  on_application,  ///< other 依申请 that are powers: 给付 确认 奖励 裁决 其他行政权力
  public_service,  ///< 公共服务 (依申请, but no power)
  ex_officio,      ///< 依职权: 处罚 强制 检查 征收
  bundle,          ///< 一件事: an entry that puts several matters together, whatever their types
};
inline constexpr std::size_t family_number = static_cast<std::size_t>(Family::bundle) + 1;

/// By the canonical name of 事项类型.
[[nodiscard]] Family family_of(std::string_view type_name);

/// A set of families; the values of the rule catalogue's column `family`.
struct Families {
  std::uint8_t bits = 0;

  [[nodiscard]] constexpr bool has(Family f) const { return ((bits >> static_cast<unsigned>(f)) & 1U) != 0; }
  [[nodiscard]] constexpr bool empty() const { return bits == 0; }
  friend constexpr bool operator==(Families, Families) = default;
  friend constexpr Families operator|(Families a, Families b) { return {static_cast<std::uint8_t>(a.bits | b.bits)}; }
};

namespace families {
constexpr Families of(Family f) { return {static_cast<std::uint8_t>(1U << static_cast<unsigned>(f))}; }
inline constexpr Families nobody{};
inline constexpr Families licence = of(Family::licence);                                                       // 许可
inline constexpr Families on_application = licence | of(Family::on_application) | of(Family::public_service);  // 依申请
inline constexpr Families powers = licence | of(Family::on_application) | of(Family::ex_officio);  // 行政权力
inline constexpr Families powers_on_application = licence | of(Family::on_application);
inline constexpr Families matters = on_application | of(Family::ex_officio) | of(Family::unknown);
inline constexpr Families bundle = of(Family::bundle);  // 一件事
inline constexpr Families all = matters | bundle;       // 全部
}  // namespace families

/// 全部, 许可, 依申请, 行政权力 … as in the rule catalogue.
[[nodiscard]] std::string_view name(Families set);

}  // namespace matter
