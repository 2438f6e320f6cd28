#include <algorithm>

#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "conditions: 无\n";
constexpr std::string_view good = "conditions: [有固定的经营场所]\n";

constexpr std::string_view needs[] = {"conditions"};

bool says_something(const Condition& condition) {
  return condition.mark.state == State::wrong || !says_nothing(condition.text);
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  const List<Condition>& conditions = m.conditions;
  if (conditions.mark.state == State::wrong || std::any_of(conditions.begin(), conditions.end(), says_something))
    return;
  const bool written = conditions.none() || !conditions.empty();  // 无, or a list of nothing but fillers
  const bool licence = family_of(m) == Family::licence;
  if (written && !licence) return;
  if (!written && !absences_known(view)) return;
  Diagnostic& d = written ? out.add(head_of(m, conditions.mark), "conditions",
                                    {"行政许可的申请条件写的是无", "a 行政许可 says 无 for its conditions"})
                          : out.add(conditions.given() ? conditions.mark.key_at() : place_of(m), "conditions",
                                    {"没有申请条件", "the conditions are missing"});
  d.hint = licence ? say(out.lang(), {"许可总有条件：逐条写出依据中规定的",
                                      "a licence has conditions: list those that its basis sets"})
                   : say(out.lang(), {"没有条件的写 无", "where there are none, write 无"});
}

}  // namespace

extern const Rule condition_missing;
const Rule condition_missing{
    .id = "condition-missing",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"没有申请条件（行政许可写“无”也不行）", "the conditions are missing (for 行政许可, 无 is no answer)"},
    .why = {"群众不知道自己够不够条件，白准备一套材料；窗口也可以随口加条件。",
            "People cannot tell whether they qualify, prepare in vain, and the counter may invent conditions."},
    .source = "GB/T 39554.2",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-22, 2,262 published matters: no finding, no false alarm"},
    .check = check,
};

}  // namespace matter::rules
