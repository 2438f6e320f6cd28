#include <algorithm>

#include "checks/places.h"
#include "checks/sample.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "materials: 无\n";
constexpr std::string_view good =
    "materials: [{name: 经营场所平面图, source: 申请人自备, basis: 《示例卫生法》第九条}]\n";

constexpr std::string_view needs[] = {"materials"};

/// A list of nothing but 无 has none.
bool has_materials(const Matter& m) {
  return std::any_of(m.materials.begin(), m.materials.end(), [](const Material& one) { return !one.mark.none(); });
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  if (m.materials.mark.state == State::wrong || has_materials(m)) return;
  if (m.materials.absent() && !absences_known(view)) return;
  const bool said = m.materials.none() || !m.materials.empty();
  Diagnostic& d = said ? out.add(m.materials.at(), "materials",
                                 {"行政许可的申请材料写的是无", "a 行政许可 says that it needs no materials"})
                       : out.add(m.materials.given() ? m.materials.mark.key_at() : place_of(m), "materials",
                                 {"行政许可没有申请材料", "a 行政许可 has no materials"});
  cite(d, out.lang(), {"《行政许可法》第三十条", "行政许可法, article 30"});
  d.hint = say(out.lang(), {"列出全部材料；只交申请书的，写申请书",
                            "list all of them; where only an application is due, list that"});
}

}  // namespace

extern const Rule material_missing;
const Rule material_missing{
    .id = "material-missing",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::licence,
    .summary = {"行政许可没有申请材料", "a 行政许可 has no materials"},
    .why = {"许可要公示全部材料目录和申请书示范文本；目录是空的，群众不知道交什么。",
            "A licence has to publish all its materials; with an empty list nobody knows what to hand in."},
    .source = "行政许可法 第30条",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence =
        {"2026-11-22 读广东公布的 2,262 个事项：9 条，读了 9 条，8 条属实（一条是注销，可能确实不要材料）",
         "2026-11-22, 2,262 published matters: 9 findings, 9 read, 8 true (one is a cancellation that may need none)"},
    .check = check,
};

}  // namespace matter::rules
