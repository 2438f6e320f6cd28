#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "special: [{name: 专家评审}]\n";
constexpr std::string_view good = "special: [{name: 专家评审, limit: 10 工作日, basis: 《示例卫生法》第九条}]\n";

constexpr std::string_view needs[] = {"special"};

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  if (!m.special.given() || m.special.empty() || !absences_known(view)) return;
  for (std::uint32_t i = 0; i < m.special.count; ++i) {
    const SpecialProcedure& one = m.special[i];
    // A limit of 无 says: as long as it takes, by law. A wrong one is spoken of elsewhere.
    const bool no_limit = one.limit.absent();
    const bool no_basis = says_nothing(one.basis);
    if (!no_limit && !no_basis) continue;
    const Bilingual what = no_limit && no_basis ? Bilingual{"依据和时限", "a basis and a limit"}
                           : no_limit           ? Bilingual{"时限", "a limit"}
                                                : Bilingual{"依据", "a basis"};
    Diagnostic& d =
        out.add(one.name.absent() ? head_of(m, one.mark) : one.name.at(), item_path("special", &one, i),
                {"特别程序“{}”没有{}", "special procedure {} lacks {}"}, one.name.text, what.in(out.lang()));
    cite(d, out.lang(), {"《行政许可法》第四十五条", "行政许可法, article 45"});
    d.hint = say(out.lang(), {"在这一项里写 basis（依据）和 limit（时限）；法律没有限定时限的，时限写 无",
                              "write basis and limit here; a limit of 无 where the law sets none"});
    d.subject = what.en;
  }
}

}  // namespace

extern const Rule limit_special;
const Rule limit_special{
    .id = "limit-special",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"特别程序（听证、检验、专家评审等）没有依据或时限",
                "a special procedure (hearing, test, expert review …) lacks basis or limit"},
    .why = {"特别程序的时间不算在办结时限内，要书面告知申请人；没有依据和时限，就成了没有尽头的等待。",
            "Its time does not count towards the limit; without basis and limit of its own the wait has no end."},
    .source = "行政许可法 第45条",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：未检查，来源不提供 special",
                 "2026-11-22, 2,262 published matters: not checked, the source never carries special"},
    .check = check,
};

}  // namespace matter::rules
