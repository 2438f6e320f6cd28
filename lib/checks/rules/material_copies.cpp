#include "checks/places.h"
#include "checks/sample.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "materials: [{name: 经营场所平面图, form: 纸质, originals: 0, copies: 0, source: 申请人自备, basis: "
    "《示例卫生法》第九条}]\n";
constexpr std::string_view good =
    "materials: [{name: 经营场所平面图, form: 纸质, originals: 1, copies: 0, source: 申请人自备, basis: "
    "《示例卫生法》第九条}]\n";

constexpr std::string_view needs[] = {"materials.form", "materials.originals|materials.copies"};

/// 0 or nothing, but 0 at least once.
bool none_taken(const Material& material) {
  const Count& originals = material.originals;
  const Count& copies = material.copies;
  if (!originals.given() && !copies.given()) return false;
  return (!originals.given() || originals.value == 0) && (!copies.given() || copies.value == 0);
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  for (std::uint32_t i = 0; i < m.materials.count; ++i) {
    const Material& material = m.materials[i];
    if (!material.form.is("纸质") || !written_by(m, material.mark) || !none_taken(material)) continue;
    const Count& shown = material.originals.given() ? material.originals : material.copies;
    Diagnostic& d =
        out.add(shown.at(), item_path("materials", &material, i, material.originals.given() ? "originals" : "copies"),
                {"“{}”要纸质，原件和复印件却都不收", "{} is wanted on paper, but no original and no copy is taken"},
                material.name.text);
    note_at(d, out.lang(), material.form.at(), {"材料形式在这里", "the form is written here"});
    d.hint = say(out.lang(),
                 {"写明收几份；只验不收的，在 remark 说明", "say how many; what is only looked at, say under remark"});
  }
}

}  // namespace

extern const Rule material_copies;
const Rule material_copies{
    .id = "material-copies",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"要收纸质材料，原件和复印件份数却都是 0", "paper is asked for, but 0 originals and 0 copies"},
    .why = {"说要纸质，又说一份都不收，群众不知道带几份，窗口各要各的。",
            "Paper is wanted, none is taken: nobody knows how many to bring."},
    .source = {"通行做法", "practice"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 materials.form",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries materials.form"},
    .check = check,
};

}  // namespace matter::rules
