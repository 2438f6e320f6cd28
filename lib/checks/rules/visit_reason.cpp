#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "channels: {visits: 1}\n";
constexpr std::string_view good = "channels: {visits: 1, visit_reason: 依《示例卫生法》第十一条当面核验身份}\n";

constexpr std::string_view needs[] = {"channels.visit_reason", "channels.visits"};

void check(const MatterView& view, RuleReport& out) {
  const Channels& channels = view.matter.channels;
  if (!channels.visits.given() || channels.visits.value < 1 || !says_nothing(channels.visit_reason)) return;
  if (channels.visit_reason.absent() && !absences_known(view)) return;
  Diagnostic& d = out.add(channels.visit_reason.absent() ? channels.visits.at() : channels.visit_reason.at(),
                          "channels.visit_reason",
                          {"要到现场 {}，没有说明必须到现场的原因", "one must come {}, and no reason is given"},
                          times(out.lang(), channels.visits.value));
  d.hint = say(out.lang(), {"写明哪部法律法规、为什么；没有依据的，改为不必到现场",
                            "say which law demands it and why; without one, let people stay at home"});
}

}  // namespace

extern const Rule visit_reason;
const Rule visit_reason{
    .id = "visit-reason",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"要到办事现场却没有说明原因", "one must come on site and no reason is given"},
    .why = {"除法律法规有规定外不得要求群众到现场；说不出原因的跑动，就是应当减掉的那一次。",
            "Nobody may be made to come unless a law says so: a visit without a reason is the one to be dropped."},
    .source = {"2021 年工作方案 三（二）1", "plan of 2021, 三(二)1"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：未检查，来源不提供 channels.visit_reason",
                 "2026-11-22, 2,262 published matters: not checked, the source never carries channels.visit_reason"},
    .check = check,
};

}  // namespace matter::rules
