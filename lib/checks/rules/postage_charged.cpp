#include "checks/places.h"
#include "checks/sample.h"
#include "checks/tongban.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "tongban: [{list: 省内通办, mode: 异地代收代办, scope: 全省, collect: {postage: 申请人}}]\n"
    "channels: {visits: 0, online: {available: 是, url: \"https://example.gov.cn/apply\"}, mail: {supported: 是, "
    "recipient: 综合窗口, phone: 0592-0000003, address: 示例路 1 号三楼}, windows: [{name: 跨省通办窗口, place: 示例路 "
    "1 号三楼, hours: 工作日 9:00-17:00}]}\n";
constexpr std::string_view good =
    "tongban: [{list: 省内通办, mode: 异地代收代办, scope: 全省, collect: {postage: 各寄件方}}]\n"
    "channels: {visits: 0, online: {available: 是, url: \"https://example.gov.cn/apply\"}, mail: {supported: 是, "
    "recipient: 综合窗口, phone: 0592-0000003, address: 示例路 1 号三楼}, windows: [{name: 跨省通办窗口, place: 示例路 "
    "1 号三楼, hours: 工作日 9:00-17:00}]}\n";

constexpr std::string_view needs[] = {"tongban"};

void check(const MatterView& view, RuleReport& out) {
  each_tongban(view.matter, [&](const TongbanPlace& place) {
    const Named& payer = place.entry.collect.postage;
    if (!payer.is("申请人") || !written_by(view.matter, payer.mark)) return;
    Diagnostic& d = out.add(payer.at(), place.path("collect.postage"),
                            {"窗口之间寄材料的邮费由申请人出", "the applicant pays for post between the windows"});
    d.hint = say(out.lang(), {"改为 各寄件方：谁寄谁付；申请人只付寄给自己的邮费",
                              "make it 各寄件方: each sender pays; the applicant pays only for what is sent to them"});
  });
}

}  // namespace

extern const Rule postage_charged;
const Rule postage_charged{
    .id = "postage-charged",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"窗口之间的邮费由申请人承担", "the applicant is charged for post between windows"},
    .why = {"材料在部门之间流转是政府的事，费用不能转给群众。",
            "Papers that travel between offices are the offices' business, and so is what it costs."},
    .source = {"2021 年工作方案 三（四）", "plan of 2021, 三(四)"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 tongban",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries tongban"},
    .check = check,
};

}  // namespace matter::rules
