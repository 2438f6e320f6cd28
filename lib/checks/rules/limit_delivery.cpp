#include "checks/places.h"
#include "checks/sample.h"
#include "checks/steps.h"
#include "model/values.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "process: [受理, 审查, 决定, {step: 送达, limit: 15 工作日}]\n";
constexpr std::string_view good = "process: [受理, 审查, 决定, {step: 送达, limit: 10 工作日}]\n";

constexpr std::string_view needs[] = {"process"};
constexpr std::int32_t due = 10;

/// 制证 and 送达 follow one another: their working days add up. Said at the step that is one too many.
void check(const MatterView& view, RuleReport& out) {
  Limit together;
  together.mark.state = State::given;
  bool said = false;
  each_limited_step(view.matter, [&](const Step& step, std::uint32_t i, StepKind kind) {
    if (said || (kind != StepKind::making && kind != StepKind::delivery)) return;
    const bool adds = step.limit.unit == LimitUnit::working_day;
    if (adds && !step.parallel.yes()) together.amount += step.limit.amount;
    const Limit& total = adds ? together : step.limit;
    if (!takes_longer(total, due)) return;
    said = true;
    Diagnostic& d =
        out.add(step.limit.at(), item_path("process", &step, i, "limit"),
                {"决定作出后到送达要 {}，超过 {} 日", "delivery takes {} after the decision, more than {} days"},
                to_text(total.amount, total.unit), due);
    cite(d, out.lang(), {"《行政许可法》第四十四条", "行政许可法, article 44"});
    d.hint = say(out.lang(),
                 {"把制证和送达合起来缩短到 10 日以内", "let making and delivery together take 10 days at most"});
  });
}

}  // namespace

extern const Rule limit_delivery;
const Rule limit_delivery{
    .id = "limit-delivery",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::licence,
    .summary = {"行政许可决定后超过 10 日才送达", "a 行政许可 is delivered more than 10 days after the decision"},
    .why =
        {"决定作出后十日内要把证件送到申请人手里；写得更长，等于公开违反行政许可法。",
         "The certificate is due within ten days of the decision; a longer step breaks the licensing law in public."},
    .source = "行政许可法 第44条",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：未检查，来源不提供 process",
                 "2026-11-22, 2,262 published matters: not checked, the source never carries process"},
    .check = check,
};

}  // namespace matter::rules
