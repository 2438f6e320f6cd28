#include "checks/places.h"
#include "checks/sample.h"
#include "checks/tongban.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "tongban: [{list: 省内通办, mode: 异地代收代办}]\n"
    "channels: {visits: 0, online: {available: 是, url: \"https://example.gov.cn/apply\"}, mail: {supported: 是, "
    "recipient: 综合窗口, phone: 0592-0000003, address: 示例路 1 号三楼}, windows: [{name: 跨省通办窗口, place: 示例路 "
    "1 号三楼, hours: 工作日 9:00-17:00}]}\n";
constexpr std::string_view good =
    "tongban: [{list: 省内通办, mode: 异地代收代办, scope: 全市, regions: [\"350500000000\"]}]\n"
    "channels: {visits: 0, online: {available: 是, url: \"https://example.gov.cn/apply\"}, mail: {supported: 是, "
    "recipient: 综合窗口, phone: 0592-0000003, address: 示例路 1 号三楼}, windows: [{name: 跨省通办窗口, place: 示例路 "
    "1 号三楼, hours: 工作日 9:00-17:00}]}\n";

constexpr std::string_view needs[] = {"tongban"};

/// 全国 and 全省 say where it is open; a smaller scope does not say which city or county.
bool says_where(const Tongban& tongban) {
  return (tongban.regions.given() && !tongban.regions.empty()) || tongban.scope.is("全国") || tongban.scope.is("全省");
}

void check(const MatterView& view, RuleReport& out) {
  each_tongban_lacking(view, [&](const TongbanPlace& place) {
    if (!place.in_mode({"异地代收代办"}) || says_where(place.entry)) return;
    Diagnostic& d = out.add(own_place(view.matter, place.entry.mode), place.path("regions"),
                            {"异地代收代办没有写开通范围", "异地代收代办: it is not said where it is open"});
    d.hint = say(out.lang(), {"在 regions 列出行政区划代码，全国的写 scope: 全国",
                              "list the regions; where it is everywhere, scope: 全国"});
  });
}

}  // namespace

extern const Rule tongban_collect;
const Rule tongban_collect{
    .id = "tongban-collect",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"异地代收代办没有写在哪里开通", "异地代收代办 without the regions where it is open"},
    .why = {"不写哪里能交，群众到了外地窗口才知道不收。",
            "Where it can be handed in is not said: people are sent away by the counter elsewhere."},
    .source = {"2021 年工作方案 三（四）", "plan of 2021, 三(四)"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 tongban",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries tongban"},
    .check = check,
};

}  // namespace matter::rules
