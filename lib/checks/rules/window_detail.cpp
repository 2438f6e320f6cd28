#include <algorithm>

#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "channels: {visits: 0, telephone: 0592-0000004, windows: [{place: 示例市示例路, hours: 工作日 9:00-17:00}]}\n";
constexpr std::string_view good =
    "channels: {visits: 0, telephone: 0592-0000004, windows: [{place: 示例市示例路 1 号三楼 301 室, hours: 工作日 "
    "9:00-17:00}]}\n";

constexpr std::string_view needs[] = {"channels.windows.place|channels.windows.hours"};

constexpr std::string_view inside[] = {"窗", "室", "楼", "层",   "厅",       "房",     "柜台",
                                       "座", "栋", "幢", "号台", "服务中心", "服务站", "所"};

bool names_a_room(const Window& window) {
  return contains_any(window.place.text, inside) || (window.name.given() && contains_any(window.name.text, inside));
}

bool has_hours(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return is_digit(c); }) || contains(text, "小时") ||
         contains(text, "时");
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  for (std::uint32_t i = 0; i < m.channels.windows.count; ++i) {
    const Window& window = m.channels.windows[i];
    if (!says_nothing(window.place) && window.place.given() && !names_a_room(window)) {
      Diagnostic& d = out.add(window.place.at(), item_path("channels.windows", &window, i, "place"),
                              {"办理地点没有写到窗口或房间", "the place names no window or room"});
      d.subject = window.place.text;
      d.hint = say(out.lang(), {"写到楼层、房间号或几号窗口", "give floor, room or number of the window"});
    }
    if (!says_nothing(window.hours) && window.hours.given() && !has_hours(window.hours.text)) {
      Diagnostic& d = out.add(window.hours.at(), item_path("channels.windows", &window, i, "hours"),
                              {"办理时间没有写几点到几点：{}", "the hours name no time of day: {}"}, window.hours.text);
      d.hint = say(out.lang(), {"如 工作日 9:00-12:00，13:00-17:00", "such as 工作日 9:00-12:00，13:00-17:00"});
    }
  }
}

}  // namespace

extern const Rule window_detail;
const Rule window_detail{
    .id = "window-detail",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"办理地点没有到窗口或房间，办理时间没有钟点", "办理地点 names no window or room, 办理时间 no hours"},
    .why = {"只写到楼，不写几号窗口几点到几点，群众到了还得一层层找、在门口等。",
            "With the building alone people search floor by floor and wait at closed doors."},
    .source = {"通行做法", "practice"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：2 条，读了 2 条，2 条属实",
                 "2026-11-23, 2,262 published matters: 2 findings, 2 read, 2 true"},
    .check = check,
};

}  // namespace matter::rules
