#include "checks/channels.h"
#include "checks/places.h"
#include "checks/sample.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "channels: {visits: 0, online: 无, windows: [{name: 1 号窗口, place: 示例路 1 号三楼 301 室, hours: 工作日 "
    "9:00-17:00}]}\n";
constexpr std::string_view good =
    "channels: {visits: 0, online: {available: 是, url: \"https://example.gov.cn/apply\"}, telephone: 0592-0000004}\n";

constexpr std::string_view needs[] = {"channels.agents", "channels.kiosk",     "channels.mail",  "channels.on_site",
                                      "channels.online", "channels.telephone", "channels.visits"};

void check(const MatterView& view, RuleReport& out) {
  const Channels& channels = view.matter.channels;
  if (!channels.visits.given() || channels.visits.value != 0 || works_without_coming(channels)) return;
  // A standard entry leaves the channels to the offices.
  if (view.standard || !absences_known(view)) return;
  const Severity severity = family_of(view.matter) == Family::public_service ? Severity::info : Severity::error;
  Diagnostic& d =
      out.add_as(severity, channels.visits.at(), "channels.visits",
                 {"到现场次数为 0，却没有一种不到现场的办理方式", "0 visits, but no channel works without coming"});
  d.hint = say(out.lang(), {"写明网上、邮寄、电话、上门、代办或自助中的一种，或改次数",
                            "name one of online, post, telephone, 上门, 代办, 自助, or mend the number"});
}

}  // namespace

extern const Rule visit_zero_offline;
const Rule visit_zero_offline{
    .id = "visit-zero-offline",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"到现场次数为 0，却没有不到现场的办理方式（公共服务为提示）",
                "0 visits, but no channel works without coming (公共服务: info)"},
    .why = {"写着一次都不用跑，却找不到别的办法，结果还是得去，而且去之前不知道。",
            "It says that nobody need come and offers no other way: people come after all, unprepared."},
    .source = {"通行做法", "practice"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：未检查，来源不提供 channels.agents",
                 "2026-11-22, 2,262 published matters: not checked, the source never carries channels.agents"},
    .check = check,
};

}  // namespace matter::rules
