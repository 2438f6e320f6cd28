#include "checks/places.h"
#include "checks/sample.h"
#include "model/values.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "type: 其他行政权力\ncode: \"11350200000000000Y3001099001000\"\nlimits: {legal: 30 自然日, promised: 10 工作日}\n";
constexpr std::string_view good =
    "type: 其他行政权力\ncode: \"11350200000000000Y3001099001000\"\nlimits: {legal: 20 工作日, promised: 10 工作日}\n";

constexpr std::string_view needs[] = {"limits.legal", "limits.promised"};

void check(const MatterView& view, RuleReport& out) {
  const Limits& limits = view.matter.limits;
  const Limit& promised = limits.promised;
  const Limit& legal = limits.legal;
  if (!promised.given() || !legal.given() || promised.unit == legal.unit) return;
  // 当场 is shorter than anything in any unit.
  if (promised.amount == 0 || legal.amount == 0) return;
  const auto order = compare_limits(promised, legal);
  if (order && *order > 0) return;  // limit-promised-over-legal speaks
  Diagnostic& d = out.add(promised.at(), "limits.promised",
                          {"承诺办结时限用{}，法定办结时限用{}，单位不同",
                           "the promised limit is in {}, the legal one in {}: different units"},
                          unit_name(promised.unit), unit_name(legal.unit));
  note_at(d, out.lang(), legal.at(), {"法定办结时限在这里", "the legal limit is here"});
  d.hint =
      say(out.lang(), {"两处用同一单位，群众才比得出快了多少", "use one unit, so that people see what was gained"});
}

}  // namespace

extern const Rule limit_unit_mixed;
const Rule limit_unit_mixed{
    .id = "limit-unit-mixed",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"承诺办结时限与法定办结时限的单位不同", "the two limits use different units"},
    .why = {"工作日与自然日不能直接相比，压缩了多少算不出来，超没超法定也要翻日历才知道。",
            "Working days and days cannot be compared: neither the gain nor a breach shows without a calendar."},
    .source = "—",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：9 条，读了 9 条，9 条属实",
                 "2026-11-22, 2,262 published matters: 9 findings, 9 read, 9 true"},
    .check = check,
};

}  // namespace matter::rules
