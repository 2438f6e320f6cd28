#include "checks/places.h"
#include "checks/sample.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "appeal: [{kind: 行政复议, body: 示例市人民政府, within: 60 自然日}]\n";
constexpr std::string_view good =
    "appeal: [{kind: 行政复议, body: 示例市人民政府, within: 60 自然日}, {kind: 行政诉讼, body: 示例区人民法院, "
    "within: 6 个月}]\n";

constexpr std::string_view needs[] = {"appeal"};

constexpr std::string_view review = "行政复议";
constexpr std::string_view court = "行政诉讼";

bool names(const Matter& m, std::string_view way) {
  for (const Appeal& appeal : m.appeal) {
    if (appeal.kind.name().find(way) != std::string_view::npos) return true;
  }
  return false;
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  // Before whom one appeals follows from who decides: a standard entry leaves it to the offices.
  if (view.standard || m.appeal.mark.state == State::wrong) return;
  if (m.appeal.absent() && !absences_known(view)) return;
  const bool has_review = names(m, review);
  const bool has_court = names(m, court);
  if (has_review && has_court) return;
  const Location at = m.appeal.absent() ? place_of(m) : head_of(m, m.appeal.mark);
  Diagnostic& d = !has_review && !has_court
                      ? out.add(at, "appeal", {"没有写行政复议和行政诉讼", "neither 行政复议 nor 行政诉讼 is named"})
                      : out.add(at, "appeal", {"没有写{}", "{} is not named"}, has_review ? court : review);
  // The terms are those of 行政复议法 第20条 and 行政诉讼法 第46条.
  d.hint = say(out.lang(),
               {"在 appeal 写向谁、多久内提出，如 {{kind: {}, within: {}}}",
                "write under appeal before whom and within what time: {{kind: {}, within: {}}}"},
               has_review ? court : review, has_review ? "6 个月" : "60 自然日");
}

}  // namespace

extern const Rule appeal_missing;
const Rule appeal_missing{
    .id = "appeal-missing",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::licence,
    .summary = {"行政许可没有写明行政复议或行政诉讼", "行政复议 or 行政诉讼 is not named"},
    .why = {"申请被驳回的人有权复议和起诉；指南不写，期限一过权利就没了。",
            "Who is refused may ask for review and go to court: if the guide does not say so, the term runs out."},
    .source = "行政许可法 第38条 [M]",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 appeal",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries appeal"},
    .check = check,
};

}  // namespace matter::rules
