#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "channels: {visits: 1, visit_reason: 当面核对原件}\n";
constexpr std::string_view good =
    "channels: {visits: 1, visit_reason: 当面核验身份, visit_basis: 《示例卫生法》第十一条}\n";

constexpr std::string_view needs[] = {"channels.visit_basis", "channels.visit_reason"};

void check(const MatterView& view, RuleReport& out) {
  const Channels& channels = view.matter.channels;
  if (!channels.visits.given() || channels.visits.value < 1) return;
  if (says_nothing(channels.visit_reason) || channels.visit_reason.mark.state == State::wrong) return;
  if (!says_nothing(channels.visit_basis) || cites_rule(channels.visit_reason.text)) return;
  Diagnostic& d =
      out.add(head_of(view.matter, channels.visit_reason.mark), "channels.visit_reason",
              {"必须到现场的原因没有引用法律法规", "the reason for coming on site cites no law or regulation"});
  d.hint = say(out.lang(), {"在 visit_basis（必须现场办理依据）中写明条款；没有条款的，改为不必到现场",
                            "name the article in visit_basis; without one, let people stay at home"});
}

}  // namespace

extern const Rule visit_reason_basis;
const Rule visit_reason_basis{
    .id = "visit-reason-basis",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"必须到现场的原因没有引用法律法规", "the reason for coming on site cites no law or regulation"},
    .why = {"只有法律法规要求的才能让群众跑一趟；“核对原件”之类的习惯可以用邮寄、共享核验代替。",
            "Only a law may make people come; habits such as comparing originals can be done by post or data sharing."},
    .source = {"2021 年工作方案 三（二）1", "plan of 2021, 三(二)1"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：未检查，来源不提供 channels.visit_basis",
                 "2026-11-22, 2,262 published matters: not checked, the source never carries channels.visit_basis"},
    .check = check,
};

}  // namespace matter::rules
