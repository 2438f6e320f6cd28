#include "checks/phrases.h"
#include "checks/places.h"
#include "checks/sample.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "materials: [{name: 身份证、户口簿, source: 申请人自备, basis: 《示例卫生法》第九条}]\n";
constexpr std::string_view good =
    "materials: [{name: 身份证, source: 申请人自备, basis: 《示例卫生法》第九条}, {name: 户口簿, source: 申请人自备, "
    "basis: 《示例卫生法》第九条}]\n";

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  for (std::uint32_t i = 0; i < m.materials.count; ++i) {
    const Text& name = m.materials[i].name;
    if (!name.given() || !written_by(m, name.mark)) continue;
    const std::string_view joint = find_joint(name.text);
    if (joint.empty()) continue;
    Diagnostic& d = out.add(part_of(name, static_cast<std::size_t>(joint.data() - name.text.data()), joint.size()),
                            item_path("materials", &m.materials[i], i, "name"),
                            {"一项材料里写了几样：{}", "one entry names several materials: {}"}, name.text);
    d.subject = name.text;
    d.hint = say(out.lang(), {"一样一项，各写各的份数和免交方式", "one an item, each with its copies and waiver"});
  }
}

}  // namespace

extern const Rule material_several;
const Rule material_several{
    .id = "material-several",
    .severity = Severity::info,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"一项材料里写了几样东西", "one material entry names several things"},
    .why = {"几样写成一项，免交、份数、情形就只能一起写，也看不出到底减了几份。",
            "With several in one entry, waiver, copies and situations hold for all of them, and nobody can count what "
            "was saved."},
    .source = {"通行做法", "practice"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .evidence =
        {"2026-11-23 读广东公布的 2,262 个事项：21 条，读了 21 条，19 条属实（残疾证、烈属证是两者任一）；甲、乙或丙"
         "只要其一，不报",
         "2026-11-23, 2,262 published matters: 21 findings, 21 read, 19 true (残疾证、烈属证 means either); "
         "甲、乙或丙 asks for one of them and is passed over"},
    .check = check,
};

}  // namespace matter::rules
