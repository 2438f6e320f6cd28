#include "checks/laws.h"
#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "materials: [{name: 无欠费证明, proof: 是, source: 申请人自备, basis: 示例发〔2020〕1号}]\n";
constexpr std::string_view good =
    "materials: [{name: 无欠费证明, proof: 是, source: 申请人自备, basis: 《示例卫生法》第九条}]\n";

constexpr std::string_view needs[] = {"materials.proof", "materials.basis"};

bool enough(const Matter& m, std::string_view basis) {
  if (cites_act_or_regulation(basis, m) || contains(basis, "国务院决定") || contains(basis, "条例")) return true;
  // One of the matter's own bases that is a local regulation, by its title.
  for (const Basis& one : m.basis) {
    if (!one.title.given() || !(one.rank.is("地方性法规") || one.rank.is("经济特区法规") || one.rank.is("国务院决定")))
      continue;
    std::string_view title = one.title.text;
    if (title.starts_with("《")) title.remove_prefix(std::string_view("《").size());
    if (title.ends_with("》")) title.remove_suffix(std::string_view("》").size());
    if (contains(basis, title)) return true;
  }
  return false;
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  for (std::uint32_t i = 0; i < m.materials.count; ++i) {
    const Material& one = m.materials[i];
    if (!one.proof.yes() || !written_by(m, one.mark) || (says_nothing(one.basis) && !absences_known(view))) continue;
    if (one.basis.given() && enough(m, one.basis.text)) continue;
    const Mark& at = one.basis.given() ? one.basis.mark : one.proof.mark;
    Diagnostic& d = out.add(head_of(m, at), item_path("materials", &one, i, "basis"),
                            {"证明事项“{}”没有法律、法规或国务院决定作依据",
                             "the proof {} has no basis in an act, regulation or 国务院决定"},
                            one.name.text);
    cite(d, out.lang(), {"《优化营商环境条例》第四十四条", "优化营商环境条例, article 44"});
    d.hint = say(out.lang(), {"写明哪部法的哪一条要求；没有的，不得索要",
                              "name the article that demands it; without one it may not be asked for"});
  }
}

}  // namespace

extern const Rule material_proof_basis;
const Rule material_proof_basis{
    .id = "material-proof-basis",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"证明事项没有法律、法规或国务院决定作依据",
                "a 证明事项 without a basis in law, regulation or 国务院决定"},
    .why = {"没有法定依据的证明一律不得索要；多一张证明，群众多跑一个单位。",
            "Proof that no law demands may not be asked for: each one sends people to another office."},
    .source = "优化营商环境条例 第44条",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 materials.proof",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries materials.proof"},
    .check = check,
};

}  // namespace matter::rules
