#include "checks/places.h"
#include "checks/sample.h"
#include "model/values.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "basis: [{title: 《示例卫生法》, number: 示例令第1号, article: 第八条, issuer: 示例会议, rank: 法律, repealed: "
    "2020-01-01}]\n";
constexpr std::string_view good =
    "basis: [{title: 《示例卫生法》, number: 示例令第1号, article: 第八条, issuer: 示例会议, rank: 法律, effective: "
    "2020-01-01}]\n";

constexpr std::string_view needs[] = {"basis.repealed|basis.effective"};

DateValue value_of(const Date& date) { return {date.year, date.month, date.day}; }

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  const DateValue today = view.context.today;
  for (std::uint32_t i = 0; i < m.basis.count; ++i) {
    const Basis& one = m.basis[i];
    if (!one.mark.given() || !written_by(m, one.mark)) continue;
    if (one.repealed.given() && value_of(one.repealed) <= today) {
      Diagnostic& d = out.add(one.repealed.at(), item_path("basis", &one, i, "repealed"),
                              {"依据“{}”已于 {} 废止", "the basis {} was repealed on {}"}, one.title.text,
                              to_text(value_of(one.repealed)));
      d.hint = say(out.lang(), {"换成现行的依据；没有的，事项应当取消",
                                "name the law in force instead; without one the matter has to go"});
    } else if (one.effective.given() && today < value_of(one.effective)) {
      Diagnostic& d = out.add(one.effective.at(), item_path("basis", &one, i, "effective"),
                              {"依据“{}”到 {} 才施行", "the basis {} is not in force before {}"}, one.title.text,
                              to_text(value_of(one.effective)));
      d.hint = say(out.lang(), {"施行以前写现行的依据", "until then name the law in force"});
    }
  }
}

}  // namespace

extern const Rule basis_expired;
const Rule basis_expired{
    .id = "basis-expired",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"设定依据已经废止或还没有施行", "the basis is repealed or not yet in force"},
    .why = {"废止的法不能再作依据，按它收材料、收费都站不住脚，复议诉讼必败。",
            "A repealed law carries nothing: what is asked on its strength falls in any appeal."},
    .source = "—",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 basis",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries basis"},
    .check = check,
};

}  // namespace matter::rules
