#include <algorithm>

#include "checks/places.h"
#include "checks/sample.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "basis: [{title: 《示例卫生工作意见》, number: 示例发〔2020〕1号, article: 第八条, issuer: 示例局, rank: "
    "规范性文件}]\n";
constexpr std::string_view good =
    "basis: [{title: 《示例卫生法》, number: 示例令第1号, article: 第八条, issuer: 示例会议, rank: 法律}]\n";

constexpr std::string_view needs[] = {"basis"};

/// 经济特区法规 are local regulations, made by authority of the 全国人民代表大会.
constexpr std::string_view sufficient[] = {"法律",       "行政法规",     "国务院决定",
                                           "地方性法规", "经济特区法规", "省级政府规章"};

bool may_set_up(const Basis& basis) {
  return std::any_of(std::begin(sufficient), std::end(sufficient),
                     [&](std::string_view rank) { return basis.rank.is(rank); });
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  if (!m.basis.given() || m.basis.empty()) return;
  // A basis without a rank may be of any.
  for (const Basis& basis : m.basis)
    if (!basis.rank.given() || may_set_up(basis)) return;
  const Named& first = m.basis[0].rank;
  Diagnostic& d = out.add(first.at(), item_path("basis", &m.basis[0], 0, "rank"),
                          {"行政许可的依据里没有一项能设定许可，最先一项是{}",
                           "no basis of this 行政许可 may set up a licence; the first is a {}"},
                          first.name());
  cite(d, out.lang(), {"《行政许可法》第十四条、第十五条", "行政许可法, articles 14 and 15"});
  d.hint = say(out.lang(), {"写上设定它的法律、法规；没有的，这个事项不能是行政许可",
                            "name the law that sets it up; where there is none it is no 行政许可"});
}

}  // namespace

extern const Rule basis_rank;
const Rule basis_rank{
    .id = "basis-rank",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::licence,
    .summary = {"行政许可的依据都够不上设定许可的位阶", "none of a 行政许可's bases may set up a licence"},
    .why = {"许可只能由法律、行政法规、国务院决定、地方性法规或省级政府规章设定；别的文件设的，群众可以不照办。",
            "Only acts, regulations, State Council decisions, local regulations and provincial rules may set up a "
            "licence; nobody need obey another document."},
    .source = "行政许可法 第14、15条",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 basis",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries basis"},
    .check = check,
};

}  // namespace matter::rules
