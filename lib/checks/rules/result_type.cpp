#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "results: [{name: 卫生许可证, kind: 证照, delivery: [邮寄送达]}]\n";
constexpr std::string_view good =
    "results: [{name: 卫生许可证, kind: 证照, sample: \"https://example.gov.cn/files/s.pdf\", delivery: [邮寄送达]}]\n";

constexpr std::string_view needs[] = {"results.sample"};

/// Of a missing type field-missing speaks: the national tables refuse the entry.
void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  if (!m.results.given() || !absences_known(view)) return;
  for (std::uint32_t i = 0; i < m.results.count; ++i) {
    const Result& result = m.results[i];
    // Money and services have none to show.
    if (!result.kind.is("证照") && !result.kind.is("批文")) continue;
    if (!result.name.given() || !written_by(m, result.mark) || !says_nothing(result.sample)) continue;
    Diagnostic& d = out.add(result.name.at(), item_path("results", &result, i, "sample"),
                            {"办理结果“{}”没有样本", "result {} lacks its sample"}, result.name.text);
    d.hint = say(out.lang(), {"在 sample 写样本文件", "name the file under sample"});
  }
}

}  // namespace

extern const Rule result_type;
const Rule result_type{
    .id = "result-type",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"办理结果没有样本", "a named result lacks its sample"},
    .why = {"不给看样本，群众不知道拿到的对不对，别的窗口也不认。",
            "Without a sample nobody knows whether what they got is right, and no other counter accepts it."},
    .source = {"通行做法", "practice"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 results",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries results"},
    .check = check,
};

}  // namespace matter::rules
