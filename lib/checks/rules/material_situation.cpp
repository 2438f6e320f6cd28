#include <algorithm>

#include "checks/places.h"
#include "checks/sample.h"
#include "text/unicode.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "situations: [个人经营, 单位经营]\n"
    "materials: [{name: 经营场所平面图, for: [公司经营], source: 申请人自备, basis: 《示例卫生法》第九条}]\n";
constexpr std::string_view good =
    "situations: [个人经营, 单位经营]\n"
    "materials: [{name: 经营场所平面图, for: [单位经营], source: 申请人自备, basis: 《示例卫生法》第九条}]\n";

constexpr std::string_view needs[] = {"situations", "materials.for"};

/// Texts that are equal as written are told apart without memory; the others by their normalised forms.
bool has_situation(const Matter& m, std::string_view name) {
  for (const Situation& one : m.situations)
    if (one.name.given() && one.name.text == name) return true;
  const std::string wanted = normalised(name);
  return std::any_of(m.situations.begin(), m.situations.end(),
                     [&](const Situation& one) { return one.name.given() && normalised(one.name.text) == wanted; });
}

std::string_view nearest_situation(const Matter& m, std::string_view name) {
  std::string_view best;
  std::size_t least = 2;  // edits
  for (const Situation& one : m.situations) {
    if (!one.name.given()) continue;
    const std::size_t distance = edit_distance(name, one.name.text, least);
    if (distance > least || (distance == least && !best.empty())) continue;
    least = distance;
    best = one.name.text;
  }
  return best;
}

void judge(const Matter& m, const Material& material, std::uint32_t i, RuleReport& out) {
  for (const Text& name : material.situations) {
    if (!name.given() || has_situation(m, name.text)) continue;
    Diagnostic& d = out.add(name.at(), item_path("materials", &material, i, "for"),
                            {"事项没有办理情形“{}”", "the matter has no 办理情形 {}"}, name.text);
    d.subject = name.text;
    const std::string_view nearest = nearest_situation(m, name.text);
    if (!m.situations.mark.absent())
      note_at(d, out.lang(), head_of(m, m.situations.mark),
              {"事项的办理情形在这里", "the matter's situations are here"});
    d.hint =
        nearest.empty()
            ? say(out.lang(), {"在 situations 加上它，或改成已有的情形", "add it to situations, or name one of them"})
            : say(out.lang(), {"是不是“{}”？", "did you mean {}?"}, nearest);
  }
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  if (m.situations.mark.state == State::wrong || (m.situations.absent() && !absences_known(view))) return;
  for (std::uint32_t i = 0; i < m.materials.count; ++i) judge(m, m.materials[i], i, out);
}

}  // namespace

extern const Rule material_situation;
const Rule material_situation{
    .id = "material-situation",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"材料适用的办理情形，事项里没有", "a material names a 办理情形 that the matter does not have"},
    .why = {"情形对不上，选了哪一种都看不到这份材料，到窗口才被要。",
            "Whichever case people choose, the material is not shown; the counter asks for it."},
    .source = "—",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 situations",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries situations"},
    .check = check,
};

}  // namespace matter::rules
