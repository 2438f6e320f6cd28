#include "checks/channels.h"
#include "checks/places.h"
#include "checks/sample.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "channels: {visits: 0, online: {available: 是, url: \"https://example.gov.cn/apply\"}}\n";
constexpr std::string_view good =
    "channels: {visits: 0, online: {available: 是, url: \"https://example.gov.cn/apply\"}, telephone: 0592-0000004}\n";

constexpr std::string_view needs[] = {"channels.agents", "channels.kiosk",     "channels.mail",   "channels.on_site",
                                      "channels.online", "channels.telephone", "channels.windows"};

void check(const MatterView& view, RuleReport& out) {
  const Channels& channels = view.matter.channels;
  // A standard entry leaves the channels to the offices.
  if (view.standard || !channels.mark.given() || !absences_known(view)) return;
  const OfferedChannels offered = offered_channels(channels);
  // Where nothing works without coming and nobody is to come, visit-zero-offline speaks.
  if (offered.count != 1 || (channels.visits.given() && channels.visits.value == 0 && !works_without_coming(channels)))
    return;
  const Location at =
      offered.first->source == view.matter.mark.source ? offered.first->key_at() : place_of(view.matter);
  Diagnostic& d =
      out.add(at, "channels", {"只有一种办理方式：{}", "{} is the only channel"}, offered.label.in(out.lang()));
  cite(d, out.lang(), {"《优化营商环境条例》第三十七条", "优化营商环境条例, article 37"});
  d.hint =
      say(out.lang(), {"还能邮寄、到窗口、网上或代办的，都写上", "name the others too: post, counter, online, agents"});
}

}  // namespace

extern const Rule channel_single;
const Rule channel_single{
    .id = "channel-single",
    .severity = Severity::info,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"只有一种办理方式", "only one channel is offered"},
    .why = {"线上线下应当都能办，由群众选；只有一种，不会上网或走不动的人就办不成。",
            "People should be able to choose between counter and online: with one way only, some cannot apply at all."},
    .source = "优化营商环境条例 第37条",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 channels.agents",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries channels.agents"},
    .check = check,
};

}  // namespace matter::rules
