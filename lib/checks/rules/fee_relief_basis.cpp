#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "fees: [{name: 证照工本费, amount: 10 元/本, basis: 《示例卫生法》第二十条, relief: 是}]\n";
constexpr std::string_view good =
    "fees: [{name: 证照工本费, amount: 10 元/本, basis: 《示例卫生法》第二十条, relief: 是, relief_basis: "
    "《示例卫生法》第二十一条}]\n";

constexpr std::string_view needs[] = {"fees.relief_basis"};

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  if (!m.fees.given() || !absences_known(view)) return;
  for (std::uint32_t i = 0; i < m.fees.count; ++i) {
    const Fee& fee = m.fees[i];
    if (!fee.relief.yes() || !says_nothing(fee.relief_basis)) continue;
    Diagnostic& d = out.add(fee.relief.at(), item_path("fees", &fee, i, "relief_basis"),
                            {"收费“{}”允许减免，没有写依据", "fee {} may be reduced or waived; the basis is missing"},
                            fee.name.text);
    d.hint = say(out.lang(), {"在 relief_basis（允许减免依据）中写明谁可以减免、依据哪一条",
                              "say in relief_basis for whom, and by which article"});
  }
}

}  // namespace

extern const Rule fee_relief_basis;
const Rule fee_relief_basis{
    .id = "fee-relief-basis",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"允许减免收费却没有依据", "a fee may be reduced or waived, but the basis is missing"},
    .why = {"没有依据，群众不知道自己能不能减免，窗口也只能看着办。",
            "Without it nobody knows whether the relief is theirs, and the counter decides as it likes."},
    .source = {"全国一体化政务服务平台数据交换表", "national exchange tables"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：未检查，来源不提供 fees",
                 "2026-11-22, 2,262 published matters: not checked, the source never carries fees"},
    .check = check,
};

}  // namespace matter::rules
