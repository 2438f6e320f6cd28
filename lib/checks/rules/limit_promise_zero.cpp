#include "checks/places.h"
#include "checks/sample.h"
#include "model/values.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "kind: 承诺件\nlimits: {legal: 20 工作日, promised: 当场}\nprocess: [受理, 审查, 决定, 送达]\n";
constexpr std::string_view good =
    "kind: 即办件\nlimits: {legal: 20 工作日, promised: 当场}\nprocess: [受理, 审查, 决定, 送达]\n";

constexpr std::string_view needs[] = {"kind", "limits.promised"};

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  const Limit& promised = m.limits.promised;
  if (!promised.given() || promised.amount != 0 || !m.kind.is("承诺件")) return;
  Diagnostic& d = out.add(promised.at(), "limits.promised",
                          {"承诺件的承诺办结时限为 {}", "a 承诺件 is promised within {}"}, promised.text);
  note_at(d, out.lang(), m.kind.at(), {"办件类型在这里", "the kind is written here"});
  d.hint =
      say(out.lang(), {"当场办结的改为即办件；否则写明天数", "what is done at once is a 即办件; else name the days"});
}

}  // namespace

extern const Rule limit_promise_zero;
const Rule limit_promise_zero{
    .id = "limit-promise-zero",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"承诺件的承诺办结时限为 0", "a 承诺件 has a promised limit of 0"},
    .why = {"承诺件要等，时限为 0 又是不用等：平台会把每一件都算成超时。",
            "A 承诺件 takes time, and 0 says it takes none: platforms will count every case as late."},
    .source = {"通行做法", "practice"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：未检查，来源不提供 kind",
                 "2026-11-22, 2,262 published matters: not checked, the source never carries kind"},
    .check = check,
};

}  // namespace matter::rules
