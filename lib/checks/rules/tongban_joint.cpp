#include "checks/places.h"
#include "checks/sample.h"

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

constexpr std::string_view needs[] = {"tongban", "agency.joint"};

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  if (view.standard || !absences_known(view)) return;
  if (m.agency.joint.given() && !m.agency.joint.empty()) return;
  for (std::uint32_t i = 0; i < m.tongban.count; ++i) {
    const Tongban& tongban = m.tongban[i];
    if (!tongban.mode.is("多地联办")) continue;
    Diagnostic& d = out.add(own_place(m, tongban.mode), item_path("tongban", &tongban, i, "mode"),
                            {"多地联办，却没有写联办机构", "多地联办, but no other agency is named"});
    d.hint = say(out.lang(),
                 {"在 agency.joint 列出一起办理的机构", "list the agencies that act together under agency.joint"});
  }
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
