#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "binding: {status: 地方特殊事项}\n";
constexpr std::string_view good = "binding: {status: 地方特殊事项, reason: 经济特区法规单独设定}\n";

constexpr std::string_view needs[] = {"binding"};

void check(const MatterView& view, RuleReport& out) {
  const Binding& binding = view.matter.binding;
  if (!binding.status.given() || !says_nothing(binding.reason)) return;
  Diagnostic& d = out.add(binding.reason.absent() ? binding.status.at() : binding.reason.at(), "binding.reason",
                          {"{}没有写理由", "{} without a reason"}, binding.status.name());
  d.hint = say(out.lang(), {"在 reason 写为什么没有可认领的标准，如哪部法规单独设定",
                            "say under reason why no standard entry fits, such as the regulation that sets it up"});
}

}  // namespace

extern const Rule local_reason;
const Rule local_reason{
    .id = "local-reason",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"地方特殊事项或无需绑定没有写理由", "地方特殊事项 or 无需绑定 without a reason"},
    .why = {"不认领标准要讲得出理由，否则“特殊”成了不统一的后门。",
            "A matter outside the standard needs a reason: else the exception becomes a way round it."},
    .source = "厦审改办〔2023〕20号",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 binding",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries binding"},
    .check = check,
};

}  // namespace matter::rules
