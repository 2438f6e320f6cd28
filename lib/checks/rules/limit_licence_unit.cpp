#include "checks/places.h"
#include "checks/sample.h"
#include "model/values.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "limits: {legal: 20 自然日, promised: 5 自然日}\nprocess: [受理, 审查, 决定, 送达]\n";
constexpr std::string_view good = "limits: {legal: 20 工作日, promised: 5 工作日}\nprocess: [受理, 审查, 决定, 送达]\n";

constexpr std::string_view needs[] = {"limits"};

void judge(const Limit& limit, std::string_view field, Bilingual label, RuleReport& out) {
  if (!limit.given() || limit.unit == LimitUnit::working_day || limit.unit == LimitUnit::instant) return;
  Diagnostic& d = out.add(
      limit.at(), std::string(field),
      {"行政许可的{}用{}计（{}），应按工作日计", "the {} of a 行政许可 counts in {} ({}); working days are due"},
      label.in(out.lang()), unit_name(limit.unit), limit.text);
  cite(d, out.lang(), {"《行政许可法》第八十二条", "行政许可法, article 82"});
}

void check(const MatterView& view, RuleReport& out) {
  const Limits& limits = view.matter.limits;
  judge(limits.legal, "limits.legal", {"法定办结时限", "legal limit"}, out);
  judge(limits.promised, "limits.promised", {"承诺办结时限", "promised limit"}, out);
}

}  // namespace

extern const Rule limit_licence_unit;
const Rule limit_licence_unit{
    .id = "limit-licence-unit",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::licence,
    .summary = {"行政许可的时限不是用工作日计", "a limit of a 行政许可 is not in working days"},
    .why = {"行政许可的期限按工作日计算，用自然日、月写，遇上长假就与法定期限对不上。",
            "The limits of the licensing law are working days; days or months drift from them over every holiday."},
    .source = "行政许可法 第82条",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：9 条，读了 9 条，9 条属实",
                 "2026-11-22, 2,262 published matters: 9 findings, 9 read, 9 true"},
    .check = check,
};

}  // namespace matter::rules
