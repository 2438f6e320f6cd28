#include <algorithm>

#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "fees: 无\nchannels: {visits: 0, online: {available: 是, url: \"https://example.gov.cn/apply\", payment: 是}, "
    "telephone: 0592-0000004}\n";
constexpr std::string_view good =
    "fees: 无\nchannels: {visits: 0, online: {available: 是, url: \"https://example.gov.cn/apply\", payment: 否}, "
    "telephone: 0592-0000004}\n";

constexpr std::string_view needs[] = {"channels.online.payment", "fees"};

constexpr std::string_view free_words[] = {"不收费", "免费", "无收费", "不收取"};

bool says_free(const Fee& fee) {
  if (fee.mark.none() || fee.name.none()) return true;
  return fee.name.given() && (is_filler(fee.name.text) || contains_any(fee.name.text, free_words));
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  const Flag& payment = m.channels.online.payment;
  if (m.fees.none() && payment.yes()) {
    Diagnostic& d = out.add(payment.at(), "channels.online.payment",
                            {"不收费的事项却支持网上支付", "a matter without fees takes online payment"});
    note_at(d, out.lang(), m.fees.at(), {"收费写的是无", "the fees are 无"});
    d.hint = say(out.lang(),
                 {"收费的列出收费项目；不收费的把网上支付改为否", "list the fees, or write 否 for online payment"});
    return;
  }
  if (!m.fees.given() || m.fees.count < 2) return;
  const Fee* const free_one = std::find_if(m.fees.begin(), m.fees.end(), says_free);
  if (free_one == m.fees.end()) return;
  Diagnostic& d = out.add(head_of(m, free_one->mark), "fees",
                          {"收费项目中既有“{}”，又有别的收费", "the fees hold {} and others besides"},
                          free_one->name.absent() ? std::string_view("无") : free_one->name.text);
  d.hint = say(out.lang(),
               {"只留真正收取的；都不收的写 fees: 无", "keep what is charged; where nothing is, write fees: 无"});
}

}  // namespace

extern const Rule fee_contradiction;
const Rule fee_contradiction{
    .id = "fee-contradiction",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"写着不收费，却有收费项目或网上支付", "no fees are said, yet there are fees or online payment"},
    .why = {"群众以为不要钱，到了却要交；或者平台给不收费的事项开出缴费页面。",
            "People come expecting to pay nothing and are charged, or a platform shows a page to pay nothing on."},
    .source = {"通行做法", "practice"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：未检查，来源不提供 channels.online.payment",
                 "2026-11-22, 2,262 published matters: not checked, the source never carries channels.online.payment"},
    .check = check,
};

}  // namespace matter::rules
