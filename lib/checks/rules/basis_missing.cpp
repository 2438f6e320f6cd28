#include "checks/places.h"
#include "checks/sample.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "!basis\n";
constexpr std::string_view good =
    "basis: [{title: 《示例卫生法》, number: 示例令第1号, article: 第八条, issuer: 示例会议, rank: 法律}]\n";

constexpr std::string_view needs[] = {"basis"};

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  if (m.bundle.mark.given()) return;  // its members have their own
  if (m.basis.mark.state == State::wrong || (m.basis.given() && !m.basis.empty())) return;
  if (m.basis.absent() && !absences_known(view)) return;
  Diagnostic& d = m.basis.absent() ? out.add(place_of(m), "basis", {"没有设定依据", "the basis is missing"})
                                   : out.add(m.basis.at(), "basis", {"设定依据写的是无", "the basis is written as 无"});
  cite(d, out.lang(), {"《优化营商环境条例》第三十五条", "优化营商环境条例, article 35"});
  d.hint = say(out.lang(), {"写明法律法规的名称、文号和条款", "name the law with its number and article"});
}

}  // namespace

extern const Rule basis_missing;
const Rule basis_missing{
    .id = "basis-missing",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"没有设定依据", "the basis is missing"},
    .why = {"没有法律法规规章依据不得增设事项；写不出依据的，群众可以拒绝，平台不予收录。",
            "Nothing may be demanded without a law: a matter that names none may be refused, and is by platforms."},
    .source = "优化营商环境条例 第35条",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：未检查，来源不提供 basis",
                 "2026-11-22, 2,262 published matters: not checked, the source never carries basis"},
    .check = check,
};

}  // namespace matter::rules
