#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "fees: [{name: 证照工本费, amount: 10 元/本}]\n";
constexpr std::string_view good = "fees: [{name: 证照工本费, amount: 10 元/本, basis: 《示例卫生法》第二十条}]\n";

constexpr std::string_view needs[] = {"fees"};

void judge(const Matter& m, const Fee& fee, std::uint32_t i, const Text& part, std::string_view key, Bilingual label,
           RuleReport& out) {
  if (!says_nothing(part)) return;
  const Location at = part.none() || part.given() ? part.at()
                      : fee.name.absent()         ? head_of(m, fee.mark)
                                                  : fee.name.at();
  Diagnostic& d = out.add(at, item_path("fees", &fee, i, key), {"收费“{}”没有{}", "fee {} lacks its {}"},
                          fee.name.absent() ? std::string_view("—") : fee.name.text, label.in(out.lang()));
  cite(d, out.lang(),
       {"《行政许可法》第五十九条；《优化营商环境条例》第二十五条",
        "行政许可法, article 59; 优化营商环境条例, article 25"});
  d.hint = say(out.lang(), {"补上；不收费的，fees 写 无", "add it; where nothing is charged, write fees: 无"});
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  if (!m.fees.given() || !absences_known(view)) return;
  for (std::uint32_t i = 0; i < m.fees.count; ++i) {
    const Fee& fee = m.fees[i];
    if (!fee.mark.given()) continue;
    judge(m, fee, i, fee.name, "name", {"项目名称", "name"}, out);
    if (!view.standard) judge(m, fee, i, fee.amount, "amount", {"标准", "amount"}, out);  // rates may be local
    judge(m, fee, i, fee.basis, "basis", {"依据", "basis"}, out);
  }
}

}  // namespace

extern const Rule fee_incomplete;
const Rule fee_incomplete{
    .id = "fee-incomplete",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"收费没有项目名称、标准或依据", "a fee lacks its name, its amount or its basis"},
    .why = {"收多少、凭什么收要公开；缺一样，群众无从核对，平台也当作违规收费退回。",
            "How much and by what right must be public: else nobody can check it, and platforms send it back."},
    .source = {"行政许可法 第59条；优化营商环境条例 第25条", "行政许可法 第59条; 优化营商环境条例 第25条"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：未检查，来源不提供 fees",
                 "2026-11-22, 2,262 published matters: not checked, the source never carries fees"},
    .check = check,
};

}  // namespace matter::rules
