#include "checks/places.h"
#include "checks/sample.h"
#include "checks/steps.h"
#include "model/values.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "limits: {legal: 20 工作日, promised: 5 工作日}\n"
    "process: [{step: 受理, limit: 1 工作日}, {step: 审查, limit: 4 工作日}, {step: 决定, limit: 2 工作日}, 送达]\n";
constexpr std::string_view good =
    "limits: {legal: 20 工作日, promised: 5 工作日}\n"
    "process: [{step: 受理, limit: 1 工作日}, {step: 审查, limit: 3 工作日}, {step: 决定, limit: 1 工作日}, 送达]\n";

constexpr std::string_view needs[] = {"limits.promised", "process"};

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  const Limit& promised = m.limits.promised;
  if (!promised.given() || !m.process.given()) return;
  const std::int64_t sum = sum_from_acceptance_to_decision(m, promised.unit);
  if (sum <= promised.amount) return;
  Diagnostic& d =
      out.add(promised.at(), "limits.promised",
              {"受理到决定各环节共 {}，超过承诺办结时限 {}",
               "the steps from 受理 to 决定 take {}, more than the promised limit {}"},
              to_text(static_cast<std::int32_t>(sum), promised.unit), to_text(promised.amount, promised.unit));
  note_at(d, out.lang(), m.process.mark.key_at(), {"办理流程在这里", "the steps are here"});
  d.hint = say(out.lang(), {"同时进行的环节标明 parallel（并行办理）；特别程序写在 special",
                            "mark steps that run together as parallel; special procedures go to special"});
}

}  // namespace

extern const Rule limit_steps_sum;
const Rule limit_steps_sum{
    .id = "limit-steps-sum",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"受理到决定各环节的时限之和超过承诺办结时限",
                "the steps from 受理 to 决定 add up to more than is promised"},
    .why = {"每一环都不超时，整件却超了承诺：环节时限和承诺必有一个是假的。",
            "Every step in time and the whole too late: either the steps' limits or the promise are not meant."},
    .source = {"通行做法", "practice"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：未检查，来源不提供 process",
                 "2026-11-22, 2,262 published matters: not checked, the source never carries process"},
    .check = check,
};

}  // namespace matter::rules
