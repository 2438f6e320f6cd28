#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "agency: {name: 示例市卫生监督局, code: \"11350200000000000Y\", nature: 受委托组织, region: \"350200000000\"}\n"
    "power: {source: 同级委托, from: 示例市卫生健康委员会, document: 示例委〔2021〕2号}\n";
constexpr std::string_view good =
    "agency: {name: 示例市卫生监督局, code: \"11350200000000000Y\", nature: 受委托组织, region: \"350200000000\", "
    "entrusted_by: 示例市卫生健康委员会}\n"
    "power: {source: 同级委托, from: 示例市卫生健康委员会, document: 示例委〔2021〕2号}\n";

constexpr std::string_view needs[] = {"agency.nature", "agency.entrusted_by"};

void check(const MatterView& view, RuleReport& out) {
  const Agency& agency = view.matter.agency;
  if (!agency.nature.is("受委托组织") || !says_nothing(agency.entrusted_by)) return;
  if (agency.entrusted_by.absent() && !absences_known(view)) return;
  const Location at = agency.entrusted_by.absent() ? agency.nature.at() : agency.entrusted_by.at();
  Diagnostic& d =
      out.add(at, "agency.entrusted_by", {"受委托组织没有写委托部门", "a 受委托组织 does not say who entrusts it"});
  d.hint =
      say(out.lang(), {"在 entrusted_by 写委托部门的全称", "write the full name of that agency under entrusted_by"});
}

}  // namespace

extern const Rule entrust_missing;
const Rule entrust_missing{
    .id = "entrust-missing",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"受委托组织没有写委托部门", "a 受委托组织 does not say who entrusts it"},
    .why = {"受委托的组织以委托机关的名义办事、由委托机关担责；不写是谁，群众不知道告谁。",
            "It acts in the name of the agency that entrusts it, which answers for it: people must know whom to sue."},
    .source = {"事项库字典", "item-library dictionary"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 agency.nature",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries agency.nature"},
    .check = check,
};

}  // namespace matter::rules
