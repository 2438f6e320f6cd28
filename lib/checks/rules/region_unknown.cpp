#include "checks/regions.h"
#include "checks/sample.h"
#include "model/codes.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "agency: {name: 示例市卫生健康委员会, code: 11350200000000000Y, nature: 法定机关, region: \"359900000000\"}\n";
constexpr std::string_view good =
    "agency: {name: 示例市卫生健康委员会, code: 11350200000000000Y, nature: 法定机关, region: \"350200000000\"}\n";

constexpr std::string_view needs[] = {"agency.region"};

void check(const MatterView& view, RuleReport& out) {
  each_region(view.matter, [&](const Text& region, const auto& path) {
    const RegionState state = look_up(region.text, view.context);
    if (has_wide(region.text) || (state != RegionState::unknown && state != RegionState::malformed)) return;
    Diagnostic& d =
        state == RegionState::malformed
            ? out.add(region.at(), path(),
                      {"{} 不是行政区划代码：应为 12 位数字（也可写 2、4、6、9 位）",
                       "{} is no region code: 12 digits are due (2, 4, 6 or 9 will do)"},
                      region.text)
            : out.add(region.at(), path(), {"行政区划代码 {} 查无此地", "region code {} is in no table"}, region.text);
    d.hint = say(out.lang(), {"对照民政部门公布的代码改正，如 350203000000",
                              "check it against the published codes, such as 350203000000"});
    d.notes.push_back(
        {say(out.lang(), {"区划表日期：{}", "date of the table of regions: {}"}, region_table_date()), {}});
    d.subject = region.text;
  });
}

}  // namespace

extern const Rule region_unknown;
const Rule region_unknown{
    .id = "region-unknown",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"行政区划代码查无此地", "the region code is in no table"},
    .why = {"群众按所在地找事项，平台按区划代码分发：代码不存在，这个事项哪里都看不到。",
            "Citizens look by place and platforms distribute by region: with a code of nowhere it is seen nowhere."},
    .source = "GB/T 2260",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-22, 2,262 published matters: no finding, no false alarm"},
    .check = check,
};

}  // namespace matter::rules
