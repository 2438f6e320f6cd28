#include "checks/places.h"
#include "checks/sample.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "!questions\n";
constexpr std::string_view good = "questions: [{question: 只换负责人也要办吗？, answer: 要，办理变更。}]\n";

constexpr std::string_view needs[] = {"questions"};

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  // A standard entry leaves it to the offices, which know what they are asked.
  if (view.standard || (!m.questions.absent() && !(m.questions.given() && m.questions.empty()))) return;
  if (m.questions.absent() && !absences_known(view)) return;
  Diagnostic& d = out.add(m.questions.absent() ? place_of(m) : m.questions.at(), "questions",
                          {"没有常见问题", "there are no 常见问题"});
  d.hint = say(out.lang(), {"写几条窗口最常被问的；没有的，写 questions: 无",
                            "write what the counter is asked most; where there is nothing, questions: 无"});
}

}  // namespace

extern const Rule question_missing;
const Rule question_missing{
    .id = "question-missing",
    .severity = Severity::info,
    .scope = Scope::matter,
    .families = families::licence,
    .summary = {"行政许可没有常见问题", "a 行政许可 has no 常见问题"},
    .why = {"群众最想问的没有答案，只好打电话或跑一趟。",
            "What people want to know most is not answered, so they call or come."},
    .source = {"通行做法", "practice"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 questions",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries questions"},
    .check = check,
};

}  // namespace matter::rules
