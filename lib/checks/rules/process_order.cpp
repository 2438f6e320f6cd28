#include <algorithm>

#include "checks/places.h"
#include "checks/sample.h"
#include "checks/steps.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "process: [{step: 决定, limit: 1 工作日}, {step: 受理, limit: 1 工作日}, {step: 审查, limit: 3 工作日}, 送达]\n";
constexpr std::string_view good =
    "process: [{step: 受理, limit: 1 工作日}, {step: 审查, limit: 3 工作日}, {step: 决定, limit: 1 工作日}, 送达]\n";

constexpr std::string_view needs[] = {"process"};

/// The order that nothing can turn round. Corrections, special procedures and making of papers come where they may.
constexpr StepKind order[] = {StepKind::acceptance, StepKind::examination, StepKind::decision, StepKind::delivery};

int rank_of(StepKind kind) {
  const auto* const at = std::find(std::begin(order), std::end(order), kind);
  return at == std::end(order) ? -1 : static_cast<int>(at - std::begin(order));
}

/// The first step of each kind counts: what is examined again later was examined.
void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  if (!m.process.given() || !written_by(m, m.process.mark)) return;
  const Step* last = nullptr;  // of the highest rank so far
  int highest = -1;
  std::uint32_t seen = 0;
  for (std::uint32_t i = 0; i < m.process.count; ++i) {
    const Step& step = m.process[i];
    const int rank = rank_of(kind_of_step(step));
    if (rank < 0 || step.parallel.yes() || ((seen >> static_cast<unsigned>(rank)) & 1U) != 0) continue;
    seen |= 1U << static_cast<unsigned>(rank);
    if (rank > highest) {
      highest = rank;
      last = &step;
      continue;
    }
    Diagnostic& d = out.add(step.step.at(), item_path("process", &step, i), {"“{}”排在“{}”之后", "{} stands after {}"},
                            step.step.text, last->step.text);
    note_at(d, out.lang(), last->step.at(), {"在先的是这一环节", "this is the one before it"});
    d.hint = say(out.lang(), {"按受理、审查、决定、送达排；同时进行的写 parallel: 是",
                              "受理, 审查, 决定, 送达 is the order; steps that run together are parallel: 是"});
    return;
  }
}

}  // namespace

extern const Rule process_order;
const Rule process_order{
    .id = "process-order",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"办理环节的先后不可能", "the steps stand in an impossible order"},
    .why = {"先决定后受理的流程没人信，时限也没法从受理算起。",
            "Nobody believes a process that decides before it accepts, and no limit can be counted from it."},
    .source = {"通行做法", "practice"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 process",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries process"},
    .check = check,
};

}  // namespace matter::rules
