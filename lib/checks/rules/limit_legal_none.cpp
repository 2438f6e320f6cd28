#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "type: 行政奖励\ncode: \"11350200000000000Y3000899001000\"\nlimits: {legal: 无, promised: 30 工作日}\n";
constexpr std::string_view good =
    "type: 行政奖励\ncode: \"11350200000000000Y3000899001000\"\n"
    "limits: {legal: 无, legal_note: 《示例奖励办法》没有规定时限, promised: 30 工作日}\n";

constexpr std::string_view needs[] = {"limits.legal_note"};

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  if (!m.limits.legal.none() || !says_nothing(m.limits.legal_note)) return;
  if (!families::powers_on_application.has(family_of(m)) || !absences_known(view)) return;
  Diagnostic& d = out.add(
      m.limits.legal.at(), "limits.legal",
      {"行政权力的法定办结时限写的是无，没有说明", "a power says 无 for its legal limit and does not explain it"});
  d.hint =
      say(out.lang(), {"在 legal_note（法定办结时限说明）中写明为什么没有", "say in legal_note why there is none"});
}

}  // namespace

extern const Rule limit_legal_none;
const Rule limit_legal_none{
    .id = "limit-legal-none",
    .severity = Severity::info,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"行政权力的法定办结时限为无，又没有说明", "the legal limit of a power is 无 without an explanation"},
    .why = {"行政权力多有法定期限；写无而不说明，分不清是法律没有规定，还是没有去查。",
            "The law limits most powers; an unexplained 无 may as well mean that nobody looked."},
    .source = {"福建省事项表单", "Fujian item form"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：未检查，来源不提供 limits.legal_note",
                 "2026-11-22, 2,262 published matters: not checked, the source never carries limits.legal_note"},
    .check = check,
};

}  // namespace matter::rules
