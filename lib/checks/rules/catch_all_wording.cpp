#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "materials: [{name: 经营场所平面图, source: 申请人自备, basis: 《示例卫生法》第九条}, 其他相关材料]\n";
constexpr std::string_view good =
    "materials: [{name: 经营场所平面图, source: 申请人自备, basis: 《示例卫生法》第九条}]\n";

/// The whole text where the part cannot be shown by itself.
Location place_of_part(const Text& text, std::string_view part) {
  return part_of(text, static_cast<std::size_t>(part.data() - text.text.data()), part.size());
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  for (std::uint32_t i = 0; i < m.materials.count; ++i) {
    const Text& name = m.materials[i].name;
    const std::string_view found = name.given() ? find_catch_all_material(name.text) : std::string_view{};
    if (found.empty()) continue;
    Diagnostic& d = out.add(place_of_part(name, found), item_path("materials", &m.materials[i], i, "name"),
                            {"申请材料中有兜底的“{}”", "a material is a catch-all: {}"}, found);
    cite(d, out.lang(), {"《行政许可法》第三十条", "行政许可法, article 30"});
    d.hint = say(out.lang(),
                 {"逐项写出要什么；说不出的就是不需要", "list what is wanted; what cannot be named is not needed"});
    d.subject = name.text;
  }
  for (std::uint32_t i = 0; i < m.conditions.count; ++i) {
    const Text& text = m.conditions[i].text;
    const std::string_view found = text.given() ? find_catch_all_condition(text.text) : std::string_view{};
    if (found.empty()) continue;
    Diagnostic& d =
        out.add_as(Severity::warning, place_of_part(text, found), item_path("conditions", &m.conditions[i], i, "text"),
                   {"申请条件中有兜底的“{}”", "a condition is a catch-all: {}"}, found);
    d.hint =
        say(out.lang(), {"写出是哪部法规的哪一条、什么条件", "say which article of which law sets which condition"});
    d.subject = found;
  }
}

}  // namespace

extern const Rule catch_all_wording;
const Rule catch_all_wording{
    .id = "catch-all-wording",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"材料或条件用“其他材料”之类兜底（条件为警告）", "a material or condition (warning) is a catch-all"},
    .why = {"兜底的一句让窗口想要什么就要什么，群众材料带齐了还是被退回。",
            "A catch-all lets the counter ask for anything: people bring all that is listed and are sent away."},
    .source = {"厅字〔2018〕22号（未见原文）；行政许可法 第30条", "厅字〔2018〕22号 [M]; 行政许可法 第30条"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：6 条，读了 6 条，6 条属实",
                 "2026-11-22, 2,262 published matters: 6 findings, 6 read, 6 true"},
    .check = check,
};

}  // namespace matter::rules
