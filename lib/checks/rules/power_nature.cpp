#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "power: {source: 上级委托, from: 示例省卫生健康委员会, document: 示例委〔2020〕1号}\n";
constexpr std::string_view good =
    "power: {source: 上级下放, from: 示例省卫生健康委员会, document: 示例委〔2020〕1号}\n";

constexpr std::string_view needs[] = {"power.source", "agency.nature"};

struct Pair {
  std::string_view nature;
  std::string_view part;  ///< of the 权力来源 that belongs to it
};
constexpr Pair pairs[] = {{"受委托组织", "委托"}, {"授权组织", "授权"}};

void check(const MatterView& view, RuleReport& out) {
  const Named& nature = view.matter.agency.nature;
  const Named& source = view.matter.power.source;
  if (!nature.given() || !source.given()) return;
  for (const Pair& pair : pairs) {
    if (nature.is(pair.nature) == contains(source.name(), pair.part)) continue;
    Diagnostic& d = out.add(source.at(), "power.source",
                            {"权力来源是{}，实施主体却是{}", "the power comes by {}, but the agency is a {}"},
                            source.name(), nature.name());
    note_at(d, out.lang(), nature.at(), {"实施主体性质在这里", "the agency's nature is written here"});
    cite(d, out.lang(), {"《行政许可法》第二十三条、第二十四条", "行政许可法, articles 23 and 24"});
    d.hint = say(out.lang(), {"委托的，性质是受委托组织；授权的，是授权组织；其余是法定机关",
                              "委托 goes with 受委托组织, 授权 with 授权组织, all else with 法定机关"});
    return;
  }
}

}  // namespace

extern const Rule power_nature;
const Rule power_nature{
    .id = "power-nature",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::powers,
    .summary = {"权力来源与实施主体性质对不上", "权力来源 and 实施主体性质 disagree"},
    .why = {"委托的由委托机关担责，授权的自己担责；写错了，群众告错人。",
            "Who is entrusted answers through another, who is authorised for itself: with the wrong one people sue the "
            "wrong side."},
    .source = "行政许可法 第23、24条",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 power",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries power"},
    .check = check,
};

}  // namespace matter::rules
