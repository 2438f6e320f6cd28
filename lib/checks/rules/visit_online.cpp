#include "checks/channels.h"
#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "channels: {visits: 1, visit_reason: 当面核验身份, visit_basis: 《示例卫生法》第十一条}\n"
    "tongban: [{list: 省内通办, mode: 全程网办}]\n";
constexpr std::string_view good =
    "channels: {visits: 0, online: {available: 是, url: \"https://example.gov.cn/apply\"}, telephone: 0592-0000004}\n"
    "tongban: [{list: 省内通办, mode: 全程网办}]\n";

constexpr std::string_view needs[] = {"channels.visits", "tongban|channels.online.depth"};

constexpr RuleOption options[] = {
    {.key = "collect",
     .label = "领取次数",
     .meaning = {"全程网办的事项最多到现场几次，1 即只许来领取结果",
                 "most visits of a 全程网办 matter; 1: people may come to collect the result"},
     .usual = 0,
     .least = 0,
     .most = 1}};

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  const Count& visits = m.channels.visits;
  const std::int32_t most = view.settings[0];
  if (!visits.given() || visits.value <= most) return;
  const Named* claim = claims_all_online(m);
  if (claim == nullptr) return;
  const std::string come = times(out.lang(), visits.value);
  Diagnostic& d = most == 0 ? out.add(visits.at(), "channels.visits",
                                      {"全程网办的事项要到现场 {}", "a 全程网办 matter makes people come {}"}, come)
                            : out.add(visits.at(), "channels.visits",
                                      {"全程网办的事项要到现场 {}，至多为领取结果到 {}",
                                       "a 全程网办 matter makes people come {}; {} to collect the result is the most"},
                                      come, times(out.lang(), most));
  note_at(d, out.lang(), claim->at(), {"这里写明全程网办：{}", "it is said to be 全程网办 here: {}"}, claim->text);
  d.hint = say(out.lang(), {"全程网办从申请到拿结果都不到现场；做不到的，改通办方式或网上办理深度",
                            "全程网办 needs no visit from application to result; else choose another mode or depth"});
}

}  // namespace

extern const Rule visit_online;
const Rule visit_online{
    .id = "visit-online",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"全程网办的事项要到办事现场", "a 全程网办 matter makes people come on site"},
    .why = {"外地群众照“全程网办”在网上办，办到一半才知道还得坐车来。",
            "People far away begin online as told, and learn half-way that they must travel after all."},
    .source = {"2021 年工作方案 三（二）1", "plan of 2021, 三(二)1"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .options = options,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：未检查，来源不提供 tongban",
                 "2026-11-22, 2,262 published matters: not checked, the source never carries tongban"},
    .check = check,
};

}  // namespace matter::rules
