#include "checks/places.h"
#include "checks/sample.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "channels: {visits: 1, visit_reason: 当面核验身份, visit_basis: 《示例卫生法》第十一条}\n"
    "tongban: [{list: 省内通办, mode: 全程网办}]\n";
constexpr std::string_view good =
    "channels: {visits: 0, online: {available: 是, url: \"https://example.gov.cn/apply\"}}\n"
    "tongban: [{list: 省内通办, mode: 全程网办}]\n";

constexpr std::string_view needs[] = {"channels.visits", "tongban"};

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  const Count& visits = m.channels.visits;
  if (!visits.given() || visits.value < 1) return;
  for (const Tongban& tongban : m.tongban) {
    if (!tongban.mode.is("全程网办")) continue;
    Diagnostic& d =
        out.add(visits.at(), "channels.visits",
                {"全程网办的事项要到现场 {} 次", "a 全程网办 matter makes people come {} time(s)"}, visits.value);
    note_at(d, out.lang(), tongban.mode.at(), {"通办方式在这里", "its mode is written here"});
    d.hint = say(out.lang(), {"全程网办从申请到拿结果都不到现场；做不到的，换一种通办方式",
                              "全程网办 needs no visit from application to result; else choose another mode"});
    return;
  }
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
    .source = "plan of 2021, 三(二)1",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：未检查，来源不提供 tongban",
                 "2026-11-22, 2,262 published matters: not checked, the source never carries tongban"},
    .check = check,
};

}  // namespace matter::rules
