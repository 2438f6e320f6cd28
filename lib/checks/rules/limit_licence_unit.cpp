#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"
#include "model/values.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "limits: {legal: 20 自然日, promised: 5 自然日}\nprocess: [受理, 审查, 决定, 送达]\n";
constexpr std::string_view good = "limits: {legal: 20 工作日, promised: 5 工作日}\nprocess: [受理, 审查, 决定, 送达]\n";

constexpr std::string_view needs[] = {"limits"};

/// Article 82 speaks of the limits that the licensing law itself sets: a special law may count in days, and the note of
/// the limit then names it.
bool other_unit(const Limit& limit, const Text& note) {
  return limit.given() && limit.unit != LimitUnit::working_day && limit.unit != LimitUnit::instant &&
         !(note.given() && cites_rule(note.text));
}

Diagnostic& report(const Limit& limit, std::string_view field, Bilingual label, RuleReport& out) {
  Diagnostic& d = out.add(
      limit.at(), std::string(field),
      {"行政许可的{}用{}计（{}），应按工作日计", "the {} of a 行政许可 counts in {} ({}); working days are due"},
      label.in(out.lang()), unit_name(limit.unit), limit.text);
  cite(d, out.lang(), {"《行政许可法》第八十二条", "行政许可法, article 82"});
  d.hint = say(out.lang(), {"换成工作日写，如 20 工作日；特别法按日规定的，在时限说明（legal_note）里写明哪部法哪一条",
                            "write it in working days, such as 20 工作日; where a special law counts in days, name its "
                            "article in legal_note"});
  return d;
}

/// One finding for a matter that counts both in days; two where the legal one is the standard entry's to mend.
void check(const MatterView& view, RuleReport& out) {
  const Limits& limits = view.matter.limits;
  const Limit& promised = limits.promised;
  Diagnostic* first = nullptr;
  if (other_unit(limits.legal, limits.legal_note))
    first = &report(limits.legal, "limits.legal", {"法定办结时限", "legal limit"}, out);
  else if (limits.legal.given() && limits.legal.unit == promised.unit)
    return;  // the promise keeps to a unit that is explained
  if (!other_unit(promised, limits.promised_note)) return;
  if (first == nullptr || limits.legal.mark.source != promised.mark.source)
    report(promised, "limits.promised", {"承诺办结时限", "promised limit"}, out);
  else
    note_at(*first, out.lang(), promised.at(), {"承诺办结时限也用{}计", "the promised limit counts in {} too"},
            unit_name(promised.unit));
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
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：9 条，读了 9 条，9 条属实：都用自然日计；条文所在的时限说明"
                 "这一来源不提供，写明特别法条款的不报",
                 "2026-11-22, 2,262 published matters: 9 findings, 9 read, 9 true: all count in days; the source has "
                 "no notes of limits, in which a special law may be named: then the rule is silent"},
    .check = check,
};

}  // namespace matter::rules
