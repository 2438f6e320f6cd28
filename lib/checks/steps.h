#pragma once

#include <cstdint>

#include "model/matter.h"

namespace matter {

/// What a step of the process is, by its name.
enum class StepKind : std::uint8_t {
  other,
  intake,       ///< 收件, 申请, 接件: before the clock starts
  acceptance,   ///< 受理
  correction,   ///< 补正告知
  examination,  ///< 审查, 审核
  decision,     ///< 决定, 办结
  making,       ///< 制证
  delivery,     ///< 送达, 发证
  special,      ///< 听证, 专家评审 …: not counted by law
};
[[nodiscard]] StepKind kind_of_step(const Step& step);

/// The limits of the steps from 受理 to 决定, added up in `unit`: special procedures, 收件, 制证 and 送达
/// left out, steps that run together once. 0 where a step that counts has another unit: then the sum is uncertain.
[[nodiscard]] std::int64_t sum_from_acceptance_to_decision(const Matter& m, LimitUnit unit);

/// Each step that takes time, in order: `use(step, number, kind)`.
template <class Use>
void each_limited_step(const Matter& m, Use&& use) {
  if (!m.process.given()) return;
  for (std::uint32_t i = 0; i < m.process.count; ++i) {
    const Step& step = m.process[i];
    if (step.limit.given() && step.limit.amount > 0) use(step, i, kind_of_step(step));
  }
}

/// Whether a limit is longer than so many working days, on every calendar.
[[nodiscard]] bool takes_longer(const Limit& limit, std::int32_t working_days);

}  // namespace matter
