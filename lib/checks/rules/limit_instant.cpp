#include "checks/places.h"
#include "checks/sample.h"
#include "model/values.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "kind: 即办件\nlimits: {legal: 20 工作日, promised: 5 工作日}\nprocess: [受理, 审查, 决定, 送达]\n";
constexpr std::string_view good =
    "kind: 即办件\nlimits: {legal: 20 工作日, promised: 1 工作日}\nprocess: [受理, 审查, 决定, 送达]\n";

constexpr std::string_view needs[] = {"kind", "limits.promised"};

/// Both are in use for 即办件: 当场 (0), and 1 工作日.
constexpr RuleOption options[] = {
    {.key = "above",
     .label = "上限",
     .meaning = {"即办件最多承诺几个工作日，0 即只许当场", "most working days that a 即办件 may promise; 0: 当场 only"},
     .usual = 1,
     .least = 0,
     .most = 1}};

bool at_once(const Limit& limit, std::int32_t most) {
  return limit.amount == 0 ||
         (limit.amount <= most && (limit.unit == LimitUnit::working_day || limit.unit == LimitUnit::day));
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  const Limit& promised = m.limits.promised;
  const std::int32_t most = view.settings[0];
  if (!promised.given() || at_once(promised, most) || !m.kind.is("即办件")) return;
  const Bilingual due = most == 0 ? Bilingual{"当场", "当场"} : Bilingual{"当场或 1 工作日", "当场 or 1 工作日"};
  Diagnostic& d = out.add(promised.at(), "limits.promised",
                          {"即办件的承诺办结时限为 {}，应为{}", "a 即办件 is promised within {}; {} is due"},
                          to_text(promised.amount, promised.unit), due.in(out.lang()));
  note_at(d, out.lang(), m.kind.at(), {"办件类型在这里", "the kind is written here"});
  d.hint = say(out.lang(), {"当场办不完的改为承诺件", "what cannot be done at once is a 承诺件"});
}

}  // namespace

extern const Rule limit_instant;
const Rule limit_instant{
    .id = "limit-instant",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"即办件的承诺办结时限超过 1 工作日", "a 即办件 is promised later than 1 工作日"},
    .why =
        {"群众看到即办件就等着当场拿结果，承诺却是几天：要么类型写错，要么时限写错，人白跑一趟。",
         "People wait at the counter for a 即办件; with days promised, kind or limit is wrong and they come in vain."},
    .source = {"福建的做法：0 或 1", "Fujian practice: 0 or 1"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .options = options,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：未检查，来源不提供 kind",
                 "2026-11-22, 2,262 published matters: not checked, the source never carries kind"},
    .check = check,
};

}  // namespace matter::rules
