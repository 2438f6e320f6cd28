#include <algorithm>

#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

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

/// 注销 and nothing else: 变更、注销 is also a change.
bool only_cancels(const Text& name) {
  if (!name.given() || !contains(name.text, "注销")) return false;
  constexpr std::string_view others[] = {"变更", "延续", "补办", "换发", "核发", "设立", "重新"};
  return std::none_of(std::begin(others), std::end(others),
                      [&](std::string_view other) { return contains(name.text, other); });
}

/// Closing a licence is the agency's own duty (行政许可法, article 70): where it says so, nothing is handed in.
bool agency_cancels(const Matter& m) {
  return m.materials.none() && (only_cancels(m.handling) || (m.handling.absent() && only_cancels(m.name)));
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  if (m.materials.mark.state == State::wrong || has_materials(m) || agency_cancels(m)) return;
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
        {"2026-11-22 读广东公布的 2,262 个事项：8 条，读了 8 条，8 "
         "条属实（一个注销事项写明无，由机关依第七十条办理，不报）",
         "2026-11-22, 2,262 published matters: 8 findings, 8 read, 8 true (a cancellation that says 无 is passed over: "
         "article 70 makes it the agency's own duty)"},
    .check = check,
};

}  // namespace matter::rules
