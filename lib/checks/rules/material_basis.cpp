#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "materials: [{name: 经营场所平面图, source: 申请人自备}]\n";
constexpr std::string_view good =
    "materials: [{name: 经营场所平面图, source: 申请人自备, basis: 《示例卫生法》第九条}]\n";

constexpr std::string_view needs[] = {"materials.basis"};

/// One finding a matter: where offices never write it, thirty of a kind help nobody.
void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  if (!m.materials.given() || !written_by(m, m.materials.mark) || !absences_known(view)) return;
  std::size_t without = 0;
  std::uint32_t first = 0;
  for (std::uint32_t i = 0; i < m.materials.count; ++i) {
    const Material& material = m.materials[i];
    // Of a catch-all catch-all-wording speaks.
    if (!material.name.given() || !says_nothing(material.basis) || !find_catch_all_material(material.name.text).empty())
      continue;
    if (without++ == 0) first = i;
  }
  if (without == 0) return;
  const Material& material = m.materials[first];
  const Location at = material.name.at();
  Diagnostic& d = without == 1 ? out.add(at, item_path("materials", &material, first, "basis"),
                                         {"材料没有写要求它的依据", "the material has no basis"})
                               : out.add(at, item_path("materials", &material, first, "basis"),
                                         {"{} 项材料没有写要求它的依据，第一项在这里",
                                          "{:material has|materials have} no basis; the first is here"},
                                         Counted{without});
  d.hint = say(out.lang(), {"在 basis 写哪一条要求提交；说不出的，就不该要",
                            "write the article under basis; what no article asks for should not be asked for"});
}

}  // namespace

extern const Rule material_basis;
const Rule material_basis{
    .id = "material-basis",
    .severity = Severity::info,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"有材料没有写要求它的依据", "a material has no basis"},
    .why = {"没有依据的材料就是随口加的；写明哪一条要的，群众可以照着问。",
            "A material without a basis was just added; with the article people can ask back."},
    .source = {"全国一体化政务服务平台数据交换表", "national exchange tables"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 materials.basis",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries materials.basis"},
    .check = check,
};

}  // namespace matter::rules
