#include "checks/places.h"
#include "checks/sample.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "materials: [{name: 经营场所平面图, necessity: 容缺后补, source: 申请人自备, basis: 《示例卫生法》第九条}]\n";
constexpr std::string_view good =
    "materials: [{name: 经营场所平面图, necessity: 容缺后补, within: 5 工作日, source: 申请人自备, basis: "
    "《示例卫生法》第九条}]\n";

constexpr std::string_view needs[] = {"materials.necessity", "materials.within"};

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  if (!m.materials.given() || !absences_known(view)) return;
  for (std::uint32_t i = 0; i < m.materials.count; ++i) {
    const Material& material = m.materials[i];
    if (!material.necessity.is("容缺后补") || !written_by(m, material.mark)) continue;
    if (!material.within.absent() && !material.within.none()) continue;
    Diagnostic& d = out.add(material.necessity.at(), item_path("materials", &material, i, "within"),
                            {"“{}”可以容缺后补，没有写几日内补交", "{} may follow later, but not within how many days"},
                            material.name.given() ? material.name.text : std::string_view("—"));
    d.hint = say(out.lang(), {"写 within，如 within: 5 工作日", "write within, such as within: 5 工作日"});
  }
}

}  // namespace

extern const Rule tolerant_term;
const Rule tolerant_term{
    .id = "tolerant-term",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"容缺后补没有写补交期限", "容缺后补 without the days within which it must follow"},
    .why = {"不写几日内补，群众以为不用补，到期证件被撤。",
            "Without a term people think that nothing need follow, and lose the certificate."},
    .source = {"通行做法", "practice"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 materials.necessity",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries materials.necessity"},
    .check = check,
};

}  // namespace matter::rules
