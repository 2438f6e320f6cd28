#include <algorithm>

#include "checks/places.h"
#include "checks/sample.h"
#include "checks/tongban.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "tongban: [{list: 跨省通办, mode: 多地联办, scope: 全国}]\n"
    "channels: {visits: 0, online: {available: 是, url: \"https://example.gov.cn/apply\"}, mail: {supported: 是, "
    "recipient: 综合窗口, phone: 0592-0000003, address: 示例路 1 号三楼}, windows: [{name: 跨省通办窗口, place: 示例路 "
    "1 号三楼, hours: 工作日 9:00-17:00}]}\n";
constexpr std::string_view good =
    "tongban: [{list: 跨省通办, mode: 多地联办, scope: 全国}]\n"
    "agency: {name: 示例市卫生健康委员会, code: 11350200000000000Y, nature: 法定机关, region: \"350200000000\", joint: "
    "[示例市公安局]}\n"
    "channels: {visits: 0, online: {available: 是, url: \"https://example.gov.cn/apply\"}, mail: {supported: 是, "
    "recipient: 综合窗口, phone: 0592-0000003, address: 示例路 1 号三楼}, windows: [{name: 跨省通办窗口, place: 示例路 "
    "1 号三楼, hours: 工作日 9:00-17:00}]}\n";

constexpr std::string_view needs[] = {"tongban", "agency.joint|tongban.agencies"};

/// Those of its own list beside the agency itself.
std::size_t partners(const Matter& m, const Tongban& tongban) {
  return static_cast<std::size_t>(std::count_if(tongban.agencies.begin(), tongban.agencies.end(), [&](const auto& one) {
    return one.name.given() && one.name.text != m.agency.name.text;
  }));
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  const bool has_partner = m.agency.joint.given() && !m.agency.joint.empty();
  each_tongban_lacking(view, [&](const TongbanPlace& place) {
    if (!place.in_mode({"多地联办"}) || has_partner || partners(m, place.entry) > 0) return;
    Diagnostic& d = out.add(own_place(m, place.entry.mode), place.path("agencies"),
                            {"多地联办，却没有写联办机构", "多地联办, but no other agency is named"});
    d.hint = say(out.lang(), {"在 tongban 的 agencies 或 agency.joint 列出一起办理的机构",
                              "list the agencies that act together under agencies of the list, or agency.joint"});
  });
}

}  // namespace

extern const Rule tongban_joint;
const Rule tongban_joint{
    .id = "tongban-joint",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"多地联办没有写联办机构", "多地联办 that names fewer than two agencies"},
    .why = {"联办却只写自己，群众不知道还要找谁，材料也转不出去。",
            "Joint handling with nobody but itself: people do not know who else acts, and papers go nowhere."},
    .source = {"2021 年工作方案 三（二）3", "plan of 2021, 三(二)3"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 tongban",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries tongban"},
    .check = check,
};

}  // namespace matter::rules
