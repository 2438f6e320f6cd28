#include <algorithm>

#include "checks/places.h"
#include "checks/sample.h"
#include "checks/tongban.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "tongban: [{list: 省内通办, mode: 异地代收代办, scope: 全市, regions: [\"350500000000\"]}]\n"
    "channels: {visits: 0, online: {available: 是, url: \"https://example.gov.cn/apply\"}, windows: [{name: "
    "跨省通办窗口, place: 示例路 1 号三楼, hours: 工作日 9:00-17:00}]}\n";
constexpr std::string_view good =
    "tongban: [{list: 省内通办, mode: 异地代收代办, scope: 全市, regions: [\"350500000000\"]}]\n"
    "channels: {visits: 0, online: {available: 是, url: \"https://example.gov.cn/apply\"}, mail: {supported: 是, "
    "recipient: 综合窗口, phone: 0592-0000003, address: 示例路 1 号三楼}, windows: [{name: 跨省通办窗口, place: 示例路 "
    "1 号三楼, hours: 工作日 9:00-17:00}]}\n";

constexpr std::string_view needs[] = {"tongban", "channels.mail"};

/// Papers and result travel without post.
bool all_electronic(const Matter& m) {
  const bool papers = std::all_of(m.materials.begin(), m.materials.end(), [](const Material& one) {
    return one.mark.none() || one.form.is("电子化") || one.form.is("纸质和电子化");
  });
  const bool results = std::all_of(m.results.begin(), m.results.end(), [](const Result& one) {
    return one.mark.none() ||
           std::any_of(one.delivery.begin(), one.delivery.end(), [](const Named& way) { return way.is("网上下载"); });
  });
  return papers && results;
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  const Mail& mail = m.channels.mail;
  if ((mail.mark.given() && !mail.supported.no()) || m.tongban.empty() || all_electronic(m)) return;
  bool told = false;
  each_tongban_lacking(view, [&](const TongbanPlace& place) {
    if (told || !place.in_mode({"异地代收代办"})) return;
    told = true;
    Diagnostic& d = out.add(own_place(m, place.entry.mode), place.path("mode"),
                            {"异地代收代办，却不支持物流快递", "异地代收代办, but post is not supported"});
    d.hint = say(
        out.lang(),
        {"写 channels.mail 的收件人、电话和地址；全部走电子的，写明材料形式和网上下载",
         "give recipient, telephone and address under channels.mail; or take and deliver all of it electronically"});
  });
}

}  // namespace

extern const Rule tongban_post;
const Rule tongban_post{
    .id = "tongban-post",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"异地代收代办不支持物流快递，材料和结果又不是电子的",
                "异地代收代办 without 物流快递, though papers or result are not electronic"},
    .why = {"收下的材料要寄到责任部门，结果要寄回；不能寄，就只能让群众自己送。",
            "What is received must be posted to the agency, and the result back: else people carry it themselves."},
    .source = {"2021 年工作方案 三（四）", "plan of 2021, 三(四)"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 tongban",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries tongban"},
    .check = check,
};

}  // namespace matter::rules
