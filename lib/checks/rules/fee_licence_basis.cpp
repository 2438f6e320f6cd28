#include <algorithm>

#include "checks/laws.h"
#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "fees: [{name: 证照工本费, amount: 10 元/本, basis: 示例价费〔2020〕1号}]\n";
constexpr std::string_view good = "fees: [{name: 证照工本费, amount: 10 元/本, basis: 《示例卫生法》第二十条}]\n";

constexpr std::string_view needs[] = {"fees"};

bool allowed(const Matter& m, const Fee& fee) {
  return says_nothing(fee.basis) || fee.basis.mark.state == State::wrong ||  // fee-incomplete, field-* speak
         cites_act_or_regulation(fee.basis.text, m);
}

bool charges(const Fee& fee) { return fee.mark.given() && (fee.name.given() || fee.amount.given()); }

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  if (!m.fees.given()) return;
  for (std::uint32_t i = 0; i < m.fees.count; ++i) {
    const Fee& fee = m.fees[i];
    if (!charges(fee) || allowed(m, fee)) continue;
    Diagnostic& d = out.add(
        fee.basis.at(), item_path("fees", &fee, i, "basis"),
        {"行政许可收费“{}”的依据不是法律或行政法规：{}", "fee {} of a 行政许可 rests on no 法律 or 行政法规: {}"},
        fee.name.text, fee.basis.text);
    cite(d, out.lang(), {"《行政许可法》第五十八条", "行政许可法, article 58"});
    d.hint = say(out.lang(), {"行政许可不收费，法律、行政法规另有规定的除外：写出那一条，或取消收费",
                              "a 行政许可 is free unless a 法律 or 行政法规 says otherwise: name it, or drop the fee"});
    d.subject = fee.name.text;
  }
}

}  // namespace

extern const Rule fee_licence_basis;
const Rule fee_licence_basis{
    .id = "fee-licence-basis",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::licence,
    .summary = {"行政许可收费的依据没有法律或行政法规", "a 行政许可 charges a fee that no 法律 or 行政法规 allows"},
    .why =
        {"行政许可原则上不收费，文件、规章都不能设定收费；依据不够的收费要退还。",
         "A 行政许可 is free by principle; no document or rule below may charge, and what was charged is paid back."},
    .source = "行政许可法 第58条",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：未检查，来源不提供 fees",
                 "2026-11-22, 2,262 published matters: not checked, the source never carries fees"},
    .check = check,
};

}  // namespace matter::rules
