#include "checks/places.h"
#include "checks/regions.h"
#include "checks/sample.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "agency: {name: 示例区卫生健康局, code: 11350200000000000Y, nature: 法定机关, region: \"350402000000\"}  # 已撤销\n"
    "power: {source: 上级下放, document: 示例发〔2020〕1号}\n";
constexpr std::string_view good =
    "agency: {name: 示例区卫生健康局, code: 11350200000000000Y, nature: 法定机关, region: \"350404000000\"}\n"
    "power: {source: 上级下放, document: 示例发〔2020〕1号}\n";
constexpr std::string_view mended =
    "agency: {name: 示例区卫生健康局, code: 11350200000000000Y, nature: 法定机关, region: \"350404000000\"}  # 已撤销\n"
    "power: {source: 上级下放, document: 示例发〔2020〕1号}\n";

constexpr std::string_view needs[] = {"agency.region"};

void check(const MatterView& view, RuleReport& out) {
  each_region(view.matter, [&](const Text& region, const auto& path) {
    const auto retired = find_retired(region.text, view.context);
    if (!retired) return;
    Diagnostic& d =
        retired->successor.empty()
            ? out.add(region.at(), path(), {"行政区划代码 {}（{}）已停用", "region code {} ({}) was retired"},
                      region.text, retired->name)
            : out.add(region.at(), path(),
                      {"行政区划代码 {}（{}）已停用，现为 {}", "region code {} ({}) was retired; it is {} now"},
                      region.text, retired->name, retired->successor);
    if (retired->successor.empty())
      d.hint = say(out.lang(), {"改用现在的代码", "use the code that holds now"});
    else if (!retired->verified)
      d.hint = say(out.lang(), {"沿革未经公开文本核实，请核对后再改",
                                "the succession was not verified in a published text: check before you change it"});
    else
      offer(d, out.lang(), region, std::string(retired->successor.substr(0, region.text.size())), false);
    d.subject = region.text;
  });
}

}  // namespace

extern const Rule region_retired;
const Rule region_retired{
    .id = "region-retired",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"行政区划代码已停用", "the region code was retired"},
    .why = {"区划调整后仍用旧代码，事项挂在已撤销的区县之下，按新区划查找的人看不到它。",
            "Under a code that was abolished, the matter is hidden from all who look under the new one."},
    .source = "GB/T 2260",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .mends = {sample_with<bad>, sample_with<mended>},
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-22, 2,262 published matters: no finding, no false alarm"},
    .check = check,
};

}  // namespace matter::rules
