#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "basis: [{title: 《示例卫生法》, number: 示例令第1号, issuer: 示例会议, rank: 法律}]\n";
constexpr std::string_view good =
    "basis: [{title: 《示例卫生法》, number: 示例令第1号, article: 第八条, issuer: 示例会议, rank: 法律}]\n";

constexpr std::string_view needs[] = {"basis"};

struct Part {
  const Text Basis::*text;
  std::string_view key;
  Bilingual label;
};
constexpr Part parts[] = {{&Basis::issuer, "issuer", {"制定机关", "issuer"}},
                          {&Basis::number, "number", {"文号", "number"}},
                          {&Basis::article, "article", {"条款号", "article"}}};

/// 《…》第八条 written as one text names its article.
bool in_title(const Basis& basis, const Part& part) {
  return part.text == &Basis::article && basis.title.given() && contains(basis.title.text, "第") &&
         contains(basis.title.text, "条");
}

void judge(const Matter& m, const Basis& basis, std::uint32_t i, RuleReport& out) {
  std::string missing;
  std::string_view first;
  for (const Part& part : parts) {
    if (!says_nothing(basis.*part.text) || in_title(basis, part)) continue;
    if (first.empty())
      first = part.key;
    else
      missing += out.lang() == Lang::zh ? "、" : ", ";
    missing += part.label.in(out.lang());
  }
  if (first.empty()) return;
  const Location at = basis.title.given() ? basis.title.at() : head_of(m, basis.mark);
  Diagnostic& d = out.add(at, item_path("basis", &basis, i, first), {"设定依据缺{}", "the basis lacks: {}"}, missing);
  d.hint = say(out.lang(), {"照公布的文本补全", "take them from the published text"});
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  if (!m.basis.given() || !absences_known(view)) return;
  for (std::uint32_t i = 0; i < m.basis.count; ++i)
    if (m.basis[i].mark.given() && written_by(m, m.basis[i].mark)) judge(m, m.basis[i], i, out);
}

}  // namespace

extern const Rule basis_incomplete;
const Rule basis_incomplete{
    .id = "basis-incomplete",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"设定依据缺制定机关、文号或条款号", "a basis lacks its issuing body, number or article"},
    .why = {"说不清哪个机关的哪一号文件、哪一条，群众和审查的人都核对不了依据。",
            "Without issuer, number and article neither a citizen nor a reviewer can check the basis."},
    .source = {"事项库字典", "item-library dictionary"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 basis",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries basis"},
    .check = check,
};

}  // namespace matter::rules
