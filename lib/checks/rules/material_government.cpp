#include "checks/places.h"
#include "checks/sample.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "materials: [{name: 营业执照, source: 政府部门核发, basis: 《示例卫生法》第九条}]\n";
constexpr std::string_view good =
    "materials: [{name: 营业执照, source: 政府部门核发, waiver: 电子证照, basis: 《示例卫生法》第九条}]\n";

constexpr std::string_view needs[] = {"materials.source", "materials.waiver"};

void finish(Diagnostic& d, Lang lang) {
  cite(d, lang,
       {"《国务院关于在线政务服务的若干规定》（国务院令第716号）第七条",
        "国务院关于在线政务服务的若干规定 (国务院令第716号), article 7"});
  d.hint = say(lang, {"写 waiver: 电子证照、数据核验或行政协助；确实查不到的，写 无法免交",
                      "write waiver: 电子证照, 数据核验 or 行政协助; what cannot be looked up: 无法免交"});
}

void judge(const Material& material, std::uint32_t i, RuleReport& out) {
  const std::string_view name = material.name.given() ? material.name.text : std::string_view("—");
  if (material.waiver.absent() || material.waiver.none()) {
    finish(out.add(material.source.at(), item_path("materials", &material, i, "waiver"),
                   {"“{}”由政府部门核发，没有写免交方式", "{} is issued by government and has no 免交方式"}, name),
           out.lang());
    return;
  }
  if (material.waiver.is("无法免交") || !material.originals.given() || material.originals.value == 0) return;
  Diagnostic& d =
      out.add(material.originals.at(), item_path("materials", &material, i, "originals"),
              {"“{}”写了免交（{}），却还收 {} 份原件", "{} is waived ({}), but {:original is|originals are} taken"},
              name, material.waiver.name(), Counted{static_cast<std::size_t>(material.originals.value)});
  note_at(d, out.lang(), material.waiver.at(), {"免交方式在这里", "the 免交方式 is written here"});
  finish(d, out.lang());
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  if (!m.materials.given() || !absences_known(view)) return;
  for (std::uint32_t i = 0; i < m.materials.count; ++i) {
    const Material& material = m.materials[i];
    if (material.source.is("政府部门核发") && written_by(m, material.mark)) judge(material, i, out);
  }
}

}  // namespace

extern const Rule material_government;
const Rule material_government{
    .id = "material-government",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"政府部门核发的材料要收原件，或没有写免交方式",
                "a document that government issues is demanded, or has no 免交方式"},
    .why = {"政府自己发的证件，政府自己查得到，不该让群众再交一遍。",
            "What government issued it can look up: nobody should have to bring it again."},
    .source = {"2021 年工作方案 三（二）1；国令716 第7条", "plan of 2021, 三(二)1; 国令716 第7条"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 materials.source",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries materials.source"},
    .check = check,
};

}  // namespace matter::rules
