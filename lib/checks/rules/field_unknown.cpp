#include "checks/offers.h"
#include "checks/rule.h"
#include "checks/sample.h"
#include "model/field.h"
#include "text/unicode.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "申请条件书: 有固定的经营场所\n";
constexpr std::string_view misspelt = "common_nmae: 办卫生证\n";
constexpr std::string_view mended = "common_name: 办卫生证\n";
constexpr std::string_view good = "extra: {内部编号: \"12\"}\n";

void check(const MatterView& view, RuleReport& out) {
  for (const Problem& problem : view.matter.problems) {
    if (problem.kind != ProblemKind::unknown_field) continue;
    Diagnostic& d =
        out.add(problem.at, std::string(problem.path), {"没有“{}”这个要素", "there is no field {}"}, problem.written);
    const std::string_view nearest =
        problem.table != nullptr ? nearest_field(*problem.table, problem.written) : std::string_view{};
    d.hint =
        nearest.empty()
            ? say(out.lang(), {"模型之外的内容写在 extra（扩展信息）下", "what the model does not know goes to extra"})
            : say(out.lang(),
                  {"是不是“{}”？模型之外的内容写在 extra（扩展信息）下",
                   "did you mean {}? What the model does not know goes to extra"},
                  nearest);
    if (nearest.empty() || view.matter.document == nullptr) continue;
    // The same name but for width, spaces and punctuation: certain.
    const bool same = normalised(nearest) == normalised(problem.written);
    offer_key(d, out.lang(), *view.matter.document, problem.at.span, *problem.table, nearest, same);
  }
}

}  // namespace

extern const Rule field_unknown;
const Rule field_unknown{
    .id = "field-unknown",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"没有这个要素", "there is no such field"},
    .why = {"名字写错的要素谁也不读：以为写了，其实平台上没有。",
            "A misspelt field is read by nobody: it seems written and is missing on every platform."},
    .source = "—",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .mends = {sample_with<misspelt>, sample_with<mended>},
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-22, 2,262 published matters: no finding, no false alarm"},
    .check = check,
};

}  // namespace matter::rules
