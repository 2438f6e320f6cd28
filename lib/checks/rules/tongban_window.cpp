#include <algorithm>

#include "checks/places.h"
#include "checks/sample.h"
#include "checks/tongban.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "tongban: [{list: 省内通办, mode: 异地代收代办, scope: 全市, regions: [\"350500000000\"]}]\n"
    "channels: {visits: 0, online: {available: 是, url: \"https://example.gov.cn/apply\"}, mail: {supported: 是, "
    "recipient: 综合窗口, phone: 0592-0000003, address: 示例路 1 号三楼}}\n";
constexpr std::string_view good =
    "tongban: [{list: 省内通办, mode: 异地代收代办, scope: 全市, regions: [\"350500000000\"]}]\n"
    "channels: {visits: 0, online: {available: 是, url: \"https://example.gov.cn/apply\"}, mail: {supported: 是, "
    "recipient: 综合窗口, phone: 0592-0000003, address: 示例路 1 号三楼}, windows: [{name: 跨省通办窗口, place: 示例路 "
    "1 号三楼, hours: 工作日 9:00-17:00}]}\n";

constexpr std::string_view needs[] = {"tongban", "channels.windows|tongban.windows"};

bool is_tongban_window(const Window& window) {
  return window.tongban.yes() || (window.name.given() && contains(window.name.text, "通办")) ||
         (window.place.given() && contains(window.place.text, "通办"));
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  if (m.tongban.empty() || std::any_of(m.channels.windows.begin(), m.channels.windows.end(), is_tongban_window)) return;
  bool told = false;
  each_tongban_lacking(view, [&](const TongbanPlace& place) {
    const List<Text>& own = place.entry.windows;
    if (told || !place.in_mode({"异地代收代办", "多地联办", "就地批办"}) || (own.given() && !own.empty())) return;
    told = true;
    const Named& mode = place.entry.mode;
    Diagnostic& d = out.add(own_place(m, mode), place.path("windows"),
                            {"{}的事项没有写通办窗口", "a matter with {} names no 通办 window"}, mode.name());
    d.hint = say(out.lang(), {"在 tongban 的 windows 写窗口名称，或在 channels.windows 标明 tongban: 是",
                              "name it under windows of the list, or mark it among channels.windows: tongban: 是"});
  });
}

}  // namespace

extern const Rule tongban_window;
const Rule tongban_window{
    .id = "tongban-window",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"要到现场的通办事项没有写通办窗口", "a matter of the lists that is done on site names no 通办 window"},
    .why = {"群众到了大厅不知道去哪个窗口，排完队才被告知排错了。",
            "In the hall people do not know which counter it is, and queue at the wrong one."},
    .source = {"2021 年工作方案 三（四）", "plan of 2021, 三(四)"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 tongban",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries tongban"},
    .check = check,
};

}  // namespace matter::rules
