#include "checks/places.h"
#include "checks/sample.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "limits: {legal: 20 工作日}\n";
constexpr std::string_view good = "limits: {legal: 20 工作日, promised: 20 工作日}\n";

constexpr std::string_view needs[] = {"limits.promised"};

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  const Limit& promised = m.limits.promised;
  if (promised.given() || promised.mark.state == State::wrong || m.limits.mark.state == State::wrong) return;
  if (view.standard) return;  // each agency makes its own promise
  const Family family = family_of(m);
  if (family == Family::public_service) return;  // may go without limits
  if (promised.none() && family != Family::licence) return;
  if (promised.absent() && !absences_known(view)) return;
  const Severity severity = family == Family::licence ? Severity::error : Severity::warning;
  Diagnostic& d = promised.none()
                      ? out.add_as(severity, promised.at(), "limits.promised",
                                   {"行政许可的承诺办结时限写的是无", "a 行政许可 says 无 for its promised limit"})
                      : out.add_as(severity, place_lacking(m, m.limits.mark), "limits.promised",
                                   {"没有承诺办结时限", "the promised limit is missing"});
  cite(d, out.lang(), {"《优化营商环境条例》第三十六条", "优化营商环境条例, article 36"});
  d.hint = say(out.lang(), {"没有压缩的，承诺等于法定", "where nothing was gained, promise the legal limit"});
}

}  // namespace

extern const Rule limit_promise_missing;
const Rule limit_promise_missing{
    .id = "limit-promise-missing",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"没有承诺办结时限（行政许可为错误）", "the promised limit is missing (an error for 行政许可)"},
    .why = {"没有承诺，群众不知道要等多久，超时预警和好差评也没有基准。",
            "Without it nobody knows how long to wait, and neither alarms nor ratings have a measure."},
    .source = "优化营商环境条例 第36条",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-22, 2,262 published matters: no finding, no false alarm"},
    .check = check,
};

}  // namespace matter::rules
