#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "channels: {visits: 0, visit_reason: 当面核验身份, online: {available: 是, url: "
    "\"https://example.gov.cn/apply\"}, telephone: 0592-0000004}\n";
constexpr std::string_view good =
    "channels: {visits: 0, visit_reason: 无, online: {available: 是, url: \"https://example.gov.cn/apply\"}, "
    "telephone: 0592-0000004}\n";

constexpr std::string_view needs[] = {"channels.visit_reason", "channels.visits"};

void check(const MatterView& view, RuleReport& out) {
  const Channels& channels = view.matter.channels;
  if (!channels.visits.given() || channels.visits.value != 0) return;
  if (!channels.visit_reason.given() || says_nothing(channels.visit_reason)) return;
  Diagnostic& d = out.add(head_of(view.matter, channels.visit_reason.mark), "channels.visit_reason",
                          {"到现场次数为 0，却写了必须到现场的原因", "0 visits, and yet a reason for coming on site"});
  note_at(d, out.lang(), channels.visits.at(), {"到办事现场次数在这里", "the number of visits is here"});
  d.hint = say(out.lang(), {"两者留其一", "keep one of the two"});
}

}  // namespace

extern const Rule visit_reason_needless;
const Rule visit_reason_needless{
    .id = "visit-reason-needless",
    .severity = Severity::info,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"到现场次数为 0，却写了必须到现场的原因", "0 visits, and yet a reason for coming on site"},
    .why = {"群众分不清到底要不要去；多半是次数改了，原因忘了删。",
            "People cannot tell whether to come: most likely the number was changed and the reason forgotten."},
    .source = {"通行做法", "practice"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：未检查，来源不提供 channels.visit_reason",
                 "2026-11-22, 2,262 published matters: not checked, the source never carries channels.visit_reason"},
    .check = check,
};

}  // namespace matter::rules
