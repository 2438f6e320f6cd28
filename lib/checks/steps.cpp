#include "checks/steps.h"

#include <algorithm>

#include "checks/wording.h"
#include "model/values.h"

namespace matter {

namespace {

struct KnownStep {
  StepKind kind;
  std::string_view word;
};
// In this order: the first word found decides (受理前补正 is a correction, 预受理 an intake).
constexpr KnownStep words[] = {
    {StepKind::special, "听证"},     {StepKind::special, "招标"},     {StepKind::special, "拍卖"},
    {StepKind::special, "检验"},     {StepKind::special, "检测"},     {StepKind::special, "检疫"},
    {StepKind::special, "鉴定"},     {StepKind::special, "专家评审"}, {StepKind::correction, "补正"},
    {StepKind::intake, "预受理"},    {StepKind::intake, "收件"},      {StepKind::intake, "接件"},
    {StepKind::acceptance, "受理"},  {StepKind::delivery, "送达"},    {StepKind::delivery, "发证"},
    {StepKind::delivery, "颁证"},    {StepKind::delivery, "颁发"},    {StepKind::delivery, "领取"},
    {StepKind::delivery, "领证"},    {StepKind::making, "制证"},      {StepKind::making, "制作证"},
    {StepKind::making, "证件制作"},  {StepKind::decision, "决定"},    {StepKind::decision, "办结"},
    {StepKind::examination, "审查"}, {StepKind::examination, "审核"}, {StepKind::intake, "申请"},
};

bool is_own_special(const Matter& m, const Step& step) {
  return std::any_of(m.special.begin(), m.special.end(), [&](const SpecialProcedure& one) {
    return one.name.given() && one.name.text == step.step.text && !one.counted.yes();
  });
}

bool counts(const Matter& m, const Step& step, StepKind kind) {
  switch (kind) {
    case StepKind::intake:
    case StepKind::making:
    case StepKind::delivery:
    case StepKind::special: return false;
    default: return !is_own_special(m, step);
  }
}

}  // namespace

StepKind kind_of_step(const Step& step) {
  if (!step.step.given()) return StepKind::other;
  const std::string_view name = step.step.text;
  // A name of two ideographs can only be one of the words, not hold one.
  const bool is_word = name.size() <= std::string_view("受理").size();
  for (const KnownStep& one : words)
    if (is_word ? name == one.word : contains(name, one.word)) return one.kind;
  return StepKind::other;
}

std::int64_t sum_from_acceptance_to_decision(const Matter& m, LimitUnit unit) {
  std::int64_t sum = 0;
  std::int64_t longest = 0;  // of the steps that run together
  for (const Step& step : m.process) {
    if (!step.limit.given()) continue;
    const StepKind kind = kind_of_step(step);
    if (!counts(m, step, kind)) continue;
    if (step.limit.amount != 0 && step.limit.unit != unit) return 0;
    if (!step.parallel.yes()) {
      sum += longest;
      longest = 0;
    }
    longest = std::max<std::int64_t>(longest, step.limit.amount);
    if (kind == StepKind::decision) break;
  }
  return sum + longest;
}

bool takes_longer(const Limit& limit, std::int32_t working_days) {
  Limit usual;
  usual.mark.state = State::given;
  usual.amount = working_days;
  const auto order = compare_limits(limit, usual);
  return order && *order > 0;
}

}  // namespace matter
