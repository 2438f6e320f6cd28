#include <algorithm>

#include "checks/places.h"
#include "checks/sample.h"
#include "checks/steps.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "process: [{step: 受理, limit: 1 工作日}, {step: 决定, limit: 1 工作日}, 送达]\n";
constexpr std::string_view good =
    "process: [{step: 受理, limit: 1 工作日}, {step: 审查, limit: 3 工作日}, {step: 决定, limit: 1 工作日}, 送达]\n";

constexpr std::string_view needs[] = {"process"};

struct Due {
  StepKind kind;
  std::string_view name;
};
constexpr Due due[] = {{StepKind::acceptance, "受理"},
                       {StepKind::examination, "审查"},
                       {StepKind::decision, "决定"},
                       {StepKind::delivery, "送达"}};

/// What is done on the spot is decided when it is accepted: only 受理 and 决定 are asked of it.
bool at_once(const Matter& m) {
  return m.kind.is("即办件") || (m.limits.promised.given() && m.limits.promised.unit == LimitUnit::instant);
}

bool has(const Matter& m, const Due& step) {
  return std::any_of(m.process.begin(), m.process.end(), [&](const Step& one) {
    return kind_of_step(one) == step.kind || (one.step.given() && contains(one.step.text, step.name));
  });
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  if (!m.process.given() || m.process.empty() || !written_by(m, m.process.mark) || at_once(m)) return;
  // Steps whose names tell nothing (环节一) are not judged.
  if (std::all_of(m.process.begin(), m.process.end(), [](const Step& s) { return kind_of_step(s) == StepKind::other; }))
    return;
  std::string missing;
  for (const Due& step : due) {
    if (has(m, step)) continue;
    if (!missing.empty()) missing += out.lang() == Lang::zh ? "、" : ", ";
    missing += step.name;
  }
  if (missing.empty()) return;
  Diagnostic& d = out.add(m.process.mark.key_at(), "process", {"办理流程缺{}", "the process lacks {}"}, missing);
  d.hint = say(out.lang(), {"补上环节；确实没有的，在 process_note 说明",
                            "add the steps; where there is none, say so under process_note"});
}

}  // namespace

extern const Rule process_missing;
const Rule process_missing{
    .id = "process-missing",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::licence,
    .summary = {"行政许可的流程缺受理、审查、决定或送达", "a 行政许可's process lacks 受理, 审查, 决定 or 送达"},
    .why = {"四个环节是许可的骨架；少一个，时限从哪算到哪就说不清。",
            "These four are its skeleton: without one nobody knows from where to where the limit runs."},
    .source = {"通行做法", "practice"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 process",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries process"},
    .check = check,
};

}  // namespace matter::rules
