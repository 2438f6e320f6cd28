#include "checks/places.h"
#include "checks/sample.h"
#include "checks/tongban.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "tongban: [{list: 省内通办, scope: 全省}]\n"
    "channels: {visits: 0, online: {available: 是, url: \"https://example.gov.cn/apply\"}, mail: {supported: 是, "
    "recipient: 综合窗口, phone: 0592-0000003, address: 示例路 1 号三楼}, windows: [{name: 跨省通办窗口, place: 示例路 "
    "1 号三楼, hours: 工作日 9:00-17:00}]}\n";
constexpr std::string_view good =
    "tongban: [{list: 省内通办, mode: 全程网办, scope: 全省}]\n"
    "channels: {visits: 0, online: {available: 是, url: \"https://example.gov.cn/apply\"}, mail: {supported: 是, "
    "recipient: 综合窗口, phone: 0592-0000003, address: 示例路 1 号三楼}, windows: [{name: 跨省通办窗口, place: 示例路 "
    "1 号三楼, hours: 工作日 9:00-17:00}]}\n";

constexpr std::string_view needs[] = {"tongban"};

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  if (m.tongban.empty() || !absences_known(view)) return;
  each_tongban(m, [&](const TongbanPlace& place) {
    const Tongban& tongban = place.entry;
    if (!written_by(m, tongban.mark) || (!tongban.mode.absent() && !tongban.mode.none())) return;
    const Location at = tongban.list.given() ? tongban.list.at() : head_of(m, tongban.mark);
    Diagnostic& d = out.add(at, place.path("mode"), {"没有写通办方式", "no mode of 通办 is named"});
    d.hint = say(out.lang(), {"写 mode：全程网办、异地代收代办、多地联办、自助办 ……",
                              "write mode: 全程网办, 异地代收代办, 多地联办, 自助办 …"});
  });
}

}  // namespace

extern const Rule tongban_mode;
const Rule tongban_mode{
    .id = "tongban-mode",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"列入通办清单却没有写通办方式", "a matter of a 通办 list names no mode"},
    .why = {"跨省怎么办全看方式：网上办、就近交还是几地一起办；不写等于没通。",
            "How it works across places is the mode: without it nothing was opened."},
    .source = {"2021 年工作方案 三（二）", "plan of 2021, 三(二)"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 tongban",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries tongban"},
    .check = check,
};

}  // namespace matter::rules
