#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "channels: {visits: 0, telephone: 0592-0000004, mail: {supported: 是, recipient: 综合窗口, phone: 0592-0000003}}\n";
constexpr std::string_view good =
    "channels: {visits: 0, telephone: 0592-0000004, mail: {supported: 是, recipient: 综合窗口, phone: 0592-0000003, "
    "address: 示例路 1 号三楼}}\n";

constexpr std::string_view needs[] = {"channels.mail.supported", "channels.mail.recipient", "channels.mail.phone",
                                      "channels.mail.address"};

struct Part {
  const Text Mail::*text;
  std::string_view key;
  Bilingual label;
};
constexpr Part parts[] = {{&Mail::recipient, "recipient", {"收件人", "recipient"}},
                          {&Mail::phone, "phone", {"收件电话", "phone"}},
                          {&Mail::address, "address", {"收件地址", "address"}}};

void check(const MatterView& view, RuleReport& out) {
  const Mail& mail = view.matter.channels.mail;
  // A standard entry leaves the recipient to the offices.
  if (view.standard || !mail.supported.yes() || !absences_known(view)) return;
  for (const Part& part : parts) {
    const Text& text = mail.*part.text;
    if (!says_nothing(text)) continue;
    Diagnostic& d = out.add(
        text.absent() ? own_place(view.matter, mail.supported) : text.at(), "channels.mail." + std::string(part.key),
        {"支持物流快递，却没有{}", "post is supported, but its {} is missing"}, part.label.in(out.lang()));
    d.hint = say(out.lang(), {"补上；不能邮寄的，supported 写 否", "add it; where post is not taken, supported is 否"});
  }
}

}  // namespace

extern const Rule express_recipient;
const Rule express_recipient{
    .id = "express-recipient",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"支持物流快递却缺收件人、电话或地址", "post is supported, but recipient, phone or address is missing"},
    .why = {"说可以邮寄，却没写寄给谁、寄到哪，寄出的证件就丢了。",
            "It says that papers may be posted but not to whom and where: certificates get lost."},
    .source = {"事项库字典", "item-library dictionary"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 channels.mail.recipient",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries channels.mail.recipient"},
    .check = check,
};

}  // namespace matter::rules
