#include <algorithm>

#include "checks/forms.h"
#include "checks/places.h"
#include "checks/sample.h"
#include "model/field.h"
#include "model/named.h"
#include "text/unicode.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "kind: 承诺办件\n";
constexpr std::string_view good = "kind: 承诺件\n";

/// What a value of this kind looks like, for those that are of no named list.
Bilingual form_of(Kind kind) {
  switch (kind) {
    case Kind::limit:
      return {"写作 20 工作日、30 自然日、3 个月、当场 或 无", "write 20 工作日, 30 自然日, 3 个月, 当场 or 无"};
    case Kind::date: return {"写作 2026-01-31（确有其日）", "write 2026-01-31, a day that exists"};
    case Kind::flag: return {"写 是 或 否", "write 是 (yes) or 否 (no)"};
    default: return {"", ""};
  }
}

std::string all_names(const NamedList& list, const Vocabulary* words) {
  constexpr std::size_t most = 12;
  std::vector<const NamedValue*> own;
  if (words != nullptr) own = words->values(list);
  const std::size_t all = list.values.size() + own.size();
  std::string names;
  for (std::size_t i = 0; i < std::min(all, most); ++i)
    (names += i == 0 ? "" : "、") += i < list.values.size() ? list.values[i].name : own[i - list.values.size()]->name;
  if (all > most) names += "……";
  return names;
}

void suggest(Diagnostic& d, const Problem& problem, const NamedList& list, const Vocabulary* words, Lang lang) {
  const std::string_view nearest = nearest_name(list, problem.written, words);
  if (nearest.empty()) {
    d.hint = say(lang, {"可用：{}", "one of {}"}, all_names(list, words));
    return;
  }
  d.hint = say(lang, {"是不是“{}”？可用：{}", "did you mean {}? One of {}"}, nearest, all_names(list, words));
  // The same name but for width, spaces and punctuation: certain.
  const bool same = normalised(nearest) == normalised(problem.written);
  Text written;
  written.text = problem.written;
  written.mark = {{}, problem.at.span, problem.at.source, State::given};
  offer(d, lang, written, std::string(nearest), same);
}

void check(const MatterView& view, RuleReport& out) {
  const Vocabulary* const words = view.matter.document != nullptr ? view.matter.document->vocabulary : nullptr;
  for (const Problem& problem : view.matter.problems) {
    if (problem.kind != ProblemKind::wrong_value || problem.field == nullptr) continue;
    const Field& field = *problem.field;
    const NamedList* list = field.values.empty() ? nullptr : named_list(field.values);
    const std::string_view label = out.lang() == Lang::zh ? field.label : field.key;
    Diagnostic& d = list != nullptr
                        ? out.add(problem.at, std::string(problem.path), {"{}没有“{}”这个取值", "{} has no value {}"},
                                  label, problem.written)
                        : out.add(problem.at, std::string(problem.path),
                                  {"{}看不懂：“{}”", "{} cannot be understood: {}"}, label, problem.written);
    if (list != nullptr)
      suggest(d, problem, *list, words, out.lang());
    else
      d.hint = form_of(field.kind == Kind::list ? field.item : field.kind).in(out.lang());
    d.subject = problem.written;
  }
  report_forms(view, out);
}

}  // namespace

extern const Rule field_value;
const Rule field_value{
    .id = "field-value",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"值不在取值表中，不是时限、日期，或不是规范写法",
                "the value is none of its list, no limit or date, or not in canonical form"},
    .why = {"各平台只收取值表中的名称和看得懂的时限日期；自创的写法无法换成代码，整条报不上去。"
            "同一个值只有一种写法，才查得到、看得出差别。",
            "Platforms take named values and readable limits and dates only: another has no code, and nothing is sent. "
            "One value in one form can be searched, compared by eye and kept apart from others."},
    .source = "GB/T 39554.2",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .mends = {sample_with<bad>, sample_with<good>},
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-22, 2,262 published matters: no finding, no false alarm"},
    .check = check,
};

}  // namespace matter::rules
