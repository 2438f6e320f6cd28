#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"
#include "model/values.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "limits: {legal: 60 工作日, promised: 5 工作日}\n";
constexpr std::string_view good =
    "limits: {legal: 60 工作日, legal_note: 《示例卫生法》第十条规定六十日, promised: 5 工作日}\n";

constexpr std::string_view needs[] = {"basis", "limits.legal_note"};

/// The words of a basis that sets a limit of its own.
constexpr std::string_view limit_words[] = {"日内", "个月内", "工作日", "日之内"};

bool basis_sets_limit(const Matter& m) {
  for (const Basis& basis : m.basis)
    if (basis.text.given() && contains_any(basis.text.text, limit_words)) return true;
  return false;
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  const Limit& legal = m.limits.legal;
  if (!legal.given()) return;
  const bool joint = m.agency.joint.given() && !m.agency.joint.empty();
  Limit usual;
  usual.mark.state = State::given;
  usual.amount = joint ? 45 : 20;
  const auto order = compare_limits(legal, usual);
  if (!order || *order <= 0 || !says_nothing(m.limits.legal_note) || basis_sets_limit(m)) return;
  if (!absences_known(view)) return;
  Diagnostic& d = out.add(
      legal.at(), "limits.legal",
      {"行政许可的法定办结时限 {} 超过{} {} 工作日，没有依据或说明",
       "the legal limit {} of a 行政许可 is over {} {} 工作日, without a basis or explanation"},
      to_text(legal.amount, legal.unit),
      (joint ? Bilingual{"联合办理的", "the joint procedure's"} : Bilingual{"一般的", "the usual"}).in(out.lang()),
      usual.amount);
  cite(d, out.lang(), {"《行政许可法》第四十二条", "行政许可法, article 42"});
  d.hint = say(out.lang(), {"法律法规另有规定的，在 legal_note（法定办结时限说明）中写明条款",
                            "where a law sets another one, name the article in legal_note"});
}

}  // namespace

extern const Rule limit_licence_long;
const Rule limit_licence_long{
    .id = "limit-licence-long",
    .severity = Severity::info,
    .scope = Scope::matter,
    .families = families::licence,
    .summary = {"行政许可的法定办结时限超过 20 工作日（联合办理 45），没有依据或说明",
                "the legal limit of a 行政许可 is over 20 工作日 (joint: 45), unexplained"},
    .why = {"超过一般期限要有法律法规另行规定；写不出条款的，多半是把内部流程的时间算了进去。",
            "Only a law or regulation allows more; without its article, time of internal procedures was counted in."},
    .source = "行政许可法 第42条",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：未检查，来源不提供 basis",
                 "2026-11-22, 2,262 published matters: not checked, the source never carries basis"},
    .check = check,
};

}  // namespace matter::rules
