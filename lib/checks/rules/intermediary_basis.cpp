#include "checks/laws.h"
#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "intermediaries: [经营场所卫生检测]\n";
constexpr std::string_view good = "intermediaries: [{name: 经营场所卫生检测, basis: 《示例卫生法》第十二条}]\n";

constexpr std::string_view needs[] = {"intermediaries"};

bool has_basis(const Matter& m, const Text& text) {
  return text.given() && (cites_act_or_regulation(text.text, m) || contains(text.text, "国务院决定"));
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  for (std::uint32_t i = 0; i < m.intermediaries.count; ++i) {
    const Intermediary& one = m.intermediaries[i];
    if (!one.mark.given() || says_nothing(one.name) || !written_by(m, one.mark)) continue;
    // The law may stand in the name, as many forms write it: 环境影响评价（《示例法》第九条）.
    if (has_basis(m, one.basis) || has_basis(m, one.name)) continue;
    const Mark& at = one.basis.given() ? one.basis.mark : one.name.mark;
    Diagnostic& d = out.add(head_of(m, at), item_path("intermediaries", &one, i, "basis"),
                            {"中介服务“{}”没有写法律、法规或国务院决定作依据",
                             "the intermediary service “{}” cites no act, regulation or 国务院决定"},
                            one.name.text);
    cite(d, out.lang(), {"《优化营商环境条例》第四十三条", "优化营商环境条例, article 43"});
    d.hint = say(out.lang(), {"用 basis 写明哪部法的哪一条要求；没有中介服务的，写 intermediaries: 无",
                              "name the article that demands it under basis; where there is none, intermediaries: 无"});
  }
}

}  // namespace

extern const Rule intermediary_basis;
const Rule intermediary_basis{
    .id = "intermediary-basis",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"中介服务没有法律、法规或国务院决定作依据",
                "a 中介服务 without a basis in law, regulation or 国务院决定"},
    .why = {"没有法定依据的中介服务不许作为办事前提；多一道中介，多花一笔钱。",
            "What no law demands may not be made a condition: it costs people money for nothing."},
    .source = "优化营商环境条例 第43条",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 intermediaries",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries intermediaries"},
    .check = check,
};

}  // namespace matter::rules
