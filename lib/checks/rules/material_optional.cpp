#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "materials: [{name: 经营场所平面图, necessity: 非必要, source: 申请人自备, basis: 《示例卫生法》第九条}]\n";
constexpr std::string_view good =
    "materials: [{name: 经营场所平面图, necessity: 非必要, remark: 场所没有变化的不交, source: 申请人自备, basis: "
    "《示例卫生法》第九条}]\n";

constexpr std::string_view needs[] = {"materials.necessity", "materials.for|materials.remark"};

bool is_explained(const Material& material) {
  return (material.situations.given() && !material.situations.empty()) || !says_nothing(material.remark) ||
         !says_nothing(material.fill_note) || !says_nothing(material.source_note) ||
         !says_nothing(material.accept_standard);
}

/// 容缺后补 explains itself by the days within which it must follow: tolerant-term speaks of these.
void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  if (!m.materials.given() || !absences_known(view)) return;
  for (std::uint32_t i = 0; i < m.materials.count; ++i) {
    const Material& material = m.materials[i];
    if (!material.necessity.is("非必要") || !written_by(m, material.mark) || is_explained(material)) continue;
    Diagnostic& d = out.add(material.necessity.at(), item_path("materials", &material, i, "necessity"),
                            {"“{}”为非必要，没有写什么情形要交", "{} is 非必要: it is not said when it is needed"},
                            material.name.given() ? material.name.text : std::string_view("—"));
    d.hint = say(out.lang(),
                 {"用 for 写适用情形，或在 remark 说明", "name its situations under for, or explain under remark"});
  }
}

}  // namespace

extern const Rule material_optional;
const Rule material_optional{
    .id = "material-optional",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"非必要的材料没有写适用情形或说明", "a 非必要 material has neither 办理情形 nor explanation"},
    .why = {"“非必要”什么时候要、什么时候不要，不写清楚，窗口就一律要。",
            "When it is needed and when not must be written: else the counter always asks for it."},
    .source = {"全国一体化政务服务平台数据交换表", "national exchange tables"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 materials.necessity",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries materials.necessity"},
    .check = check,
};

}  // namespace matter::rules
