#include "checks/places.h"
#include "checks/sample.h"
#include "model/values.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "status: 取消\n";
constexpr std::string_view good =
    "status: 取消\n"
    "cancelled: 2026-01-31\n";

constexpr std::string_view needs[] = {"status", "cancelled"};

DateValue value_of(const Date& date) { return {date.year, date.month, date.day}; }

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  const Date& end = m.cancelled;
  if (m.status.is("取消") && (end.absent() || end.none())) {
    if (end.absent() && !absences_known(view)) return;
    Diagnostic& d = out.add(m.status.at(), "cancelled", {"状态是取消，没有取消日期", "it is 取消, but has no date"});
    d.hint = say(out.lang(), {"写 cancelled: 取消的日期", "write the date under cancelled"});
    return;
  }
  if (!end.given()) return;
  if (m.effective.given() && value_of(end) < value_of(m.effective)) {
    Diagnostic& d =
        out.add(end.at(), "cancelled", {"取消日期 {} 早于生效日期 {}", "it is cancelled on {}, before it begins on {}"},
                to_text(value_of(end)), to_text(value_of(m.effective)));
    note_at(d, out.lang(), m.effective.at(), {"生效日期在这里", "it begins here"});
  } else if (m.status.is("在用") && value_of(end) < view.context.today) {
    Diagnostic& d =
        out.add(end.at(), "cancelled", {"取消日期 {} 已过，状态还是在用", "it was cancelled on {}, but is still 在用"},
                to_text(value_of(end)));
    note_at(d, out.lang(), m.status.at(), {"状态在这里", "the status is here"});
    d.hint = say(out.lang(), {"状态改为取消，或改日期", "make it 取消, or mend the date"});
  }
}

}  // namespace

extern const Rule state_dates;
const Rule state_dates{
    .id = "state-dates",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"事项状态与日期矛盾", "status and dates disagree"},
    .why = {"已经停的事项还挂着在用，群众白跑；取消了没日期，办到一半的人不知道怎么算。",
            "A matter that has ended is still shown as in use, and people come in vain."},
    .source = {"全国一体化政务服务平台数据交换表", "national exchange tables"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 status",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries status"},
    .check = check,
};

}  // namespace matter::rules
