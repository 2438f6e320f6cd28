#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"
#include "model/values.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "fees: [{name: 证照工本费, amount: 视情况而定, basis: 《示例卫生法》第二十条}]\n";
constexpr std::string_view good = "fees: [{name: 证照工本费, amount: 10 元/本, basis: 《示例卫生法》第二十条}]\n";

constexpr std::string_view needs[] = {"fees.amount"};

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  for (std::uint32_t i = 0; i < m.fees.count; ++i) {
    const Fee& fee = m.fees[i];
    if (!fee.amount.given() || says_nothing(fee.amount)) continue;
    if (parse_money(fee.amount.text).kind != MoneyKind::unreadable) continue;
    Diagnostic& d = out.add(head_of(m, fee.amount.mark), item_path("fees", &fee, i, "amount"),
                            {"收费标准“{}”看不出收多少", "the amount “{}” does not say how much"}, fee.amount.text);
    d.hint = say(out.lang(), {"写金额和单位（10 元/本）、分档、按标准或市场价格",
                              "write amount and unit (10 元/本), tiers, 按标准 or 市场价格"});
    d.subject = fee.amount.text;
  }
}

}  // namespace

extern const Rule fee_amount;
const Rule fee_amount{
    .id = "fee-amount",
    .severity = Severity::info,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"收费标准看不出收多少", "the amount of a fee does not say how much"},
    .why = {"群众不知道带多少钱，也无从比较各地收费是否一样。",
            "People do not know what to bring, and fees cannot be compared between places."},
    .source = {"通行做法", "practice"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：未检查，来源不提供 fees",
                 "2026-11-22, 2,262 published matters: not checked, the source never carries fees"},
    .check = check,
};

}  // namespace matter::rules
