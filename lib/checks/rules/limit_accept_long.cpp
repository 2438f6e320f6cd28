#include "checks/places.h"
#include "checks/sample.h"
#include "checks/steps.h"
#include "model/values.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "limits: {legal: 20 工作日, promised: 15 工作日}\nprocess: [{step: 受理, limit: 7 工作日}, 审查, 决定, 送达]\n";
constexpr std::string_view good =
    "limits: {legal: 20 工作日, promised: 15 工作日}\nprocess: [{step: 受理, limit: 5 工作日}, 审查, 决定, 送达]\n";

constexpr std::string_view needs[] = {"process"};
constexpr std::int32_t due = 5;

void check(const MatterView& view, RuleReport& out) {
  each_limited_step(view.matter, [&](const Step& step, std::uint32_t i, StepKind kind) {
    if (kind != StepKind::acceptance && kind != StepKind::correction) return;
    if (!takes_longer(step.limit, due)) return;
    Diagnostic& d = out.add(step.limit.at(), item_path("process", &step, i, "limit"),
                            {"“{}”要 {}，超过 {} 日", "{} takes {}, more than {} days"}, step.step.text,
                            to_text(step.limit.amount, step.limit.unit), due);
    cite(d, out.lang(), {"《行政许可法》第三十二条", "行政许可法, article 32"});
    d.hint = say(out.lang(),
                 {"材料不齐的当场或五日内一次告知，逾期即为受理",
                  "what is lacking is told at once or within five days, else the application counts as accepted"});
  });
}

}  // namespace

extern const Rule limit_accept_long;
const Rule limit_accept_long{
    .id = "limit-accept-long",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::licence,
    .summary = {"行政许可的受理或补正告知超过 5 日", "受理 or 补正告知 of a 行政许可 takes more than 5 days"},
    .why =
        {"超过五日不告知，自收到材料之日起即为受理：写得更长，办结期限其实早已开始计算。",
         "After five days of silence the application counts as accepted: the clock runs earlier than the list says."},
    .source = "行政许可法 第32条",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：未检查，来源不提供 process",
                 "2026-11-22, 2,262 published matters: not checked, the source never carries process"},
    .check = check,
};

}  // namespace matter::rules
