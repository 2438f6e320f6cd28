#include "checks/places.h"
#include "checks/sample.h"
#include "model/values.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "limits: {legal: 5 工作日, promised: 10 工作日}\n";
constexpr std::string_view good = "limits: {legal: 10 工作日, promised: 5 工作日}\n";

constexpr std::string_view needs[] = {"limits.legal", "limits.promised"};

void check(const MatterView& view, RuleReport& out) {
  const Limits& limits = view.matter.limits;
  if (!limits.promised.given() || !limits.legal.given()) return;
  const auto order = compare_limits(limits.promised, limits.legal);
  if (!order || *order <= 0) return;
  const std::string promised = to_text(limits.promised.amount, limits.promised.unit);
  const std::string legal = to_text(limits.legal.amount, limits.legal.unit);
  Diagnostic& d =
      out.add(limits.promised.at(), "limits.promised",
              {"承诺办结时限 {} 长于法定办结时限 {}", "the promised limit {} is longer than the legal limit {}"},
              promised, legal);
  note_at(d, out.lang(), limits.legal.at(), {"法定办结时限在这里", "the legal limit is here"});
  cite(d, out.lang(), {"《优化营商环境条例》第三十六条", "优化营商环境条例, article 36"});
  d.hint = say(out.lang(),
               {"承诺不长于法定；法定写错了就改法定", "promise no more than the law allows, or mend the legal limit"});
}

}  // namespace

extern const Rule limit_promised_over_legal;
const Rule limit_promised_over_legal{
    .id = "limit-promised-over-legal",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"承诺办结时限长于法定办结时限", "the promised limit is longer than the legal one"},
    .why = {"群众照承诺等，机关却已经超过法定期限：承诺等于告诉人家我们会违法。",
            "People wait as promised while the law's limit has passed: the promise announces a breach of the law."},
    .source = "优化营商环境条例 第36条",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-22, 2,262 published matters: no finding, no false alarm"},
    .check = check,
};

}  // namespace matter::rules
