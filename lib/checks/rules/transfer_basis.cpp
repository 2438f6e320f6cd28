#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "power: {source: 上级下放, from: 示例省卫生健康委员会}\n";
constexpr std::string_view good =
    "power: {source: 上级下放, from: 示例省卫生健康委员会, document: 示例发〔2020〕1号}\n";

constexpr std::string_view needs[] = {"power"};

void check(const MatterView& view, RuleReport& out) {
  const Power& power = view.matter.power;
  const std::string_view source = power.source.name();
  if (!contains(source, "下放") && !contains(source, "委托")) return;
  if (!says_nothing(power.document) || (power.document.absent() && !absences_known(view))) return;
  Diagnostic& d = out.add(power.document.absent() ? power.source.at() : power.document.at(), "power.document",
                          {"权力来源是{}，没有写文件", "the power comes by {}, but its document is not named"}, source);
  d.hint = say(out.lang(), {"在 document 写下放或委托的文件和文号", "name the document and its number under document"});
}

}  // namespace

extern const Rule transfer_basis;
const Rule transfer_basis{
    .id = "transfer-basis",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::powers,
    .summary = {"下放或委托没有写文件", "下放 or 委托 without its document"},
    .why = {"没有文件，下放和委托说不清从哪天起、到什么程度，办的人和被办的人都没底。",
            "Without the document nobody knows since when and how far the power was handed over."},
    .source = {"通行做法", "practice"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 power",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries power"},
    .check = check,
};

}  // namespace matter::rules
