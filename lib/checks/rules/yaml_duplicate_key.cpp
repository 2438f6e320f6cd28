#include "checks/offers.h"
#include "checks/places.h"
#include "checks/rule.h"
#include "checks/sample.h"
#include "doc/document.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "short_name: 卫生许可\n事项简称: 公共场所许可  # 与 short_name 是同一要素\n";
constexpr std::string_view twice = "short_name: 卫生许可\n事项简称: 卫生许可\n";
constexpr std::string_view good = "short_name: 卫生许可\n";

/// Where both say the same, word for word, the second can go.
void offer_second(const Matter& m, const Problem& problem, Diagnostic& d, Lang lang) {
  if (m.document == nullptr || problem.node >= m.document->nodes.size()) return;
  const std::string_view second = slice(m.document->text, m.document->node(problem.node).span);
  for (NodeId id = 0; id < m.document->nodes.size(); ++id) {
    const Node& key = m.document->node(id);
    if (key.span != problem.first.span || key.next == no_node) continue;
    if (slice(m.document->text, m.document->node(key.next).span) != second) continue;
    return offer_removal(d, lang, *m.document, problem.at.span, true);
  }
}

/// The reader finds the same key twice; that an English key and a Chinese label are one, only the model knows.
void check(const MatterView& view, RuleReport& out) {
  for (const Problem& problem : view.matter.problems) {
    if (problem.kind != ProblemKind::twice) continue;
    Diagnostic& d = out.add(problem.at, std::string(problem.path), {"“{}”（{}）写了两次", "{} ({}) stands twice"},
                            problem.written, problem.field->label);
    note_at(d, out.lang(), problem.first, {"先写的在这里", "the first one is here"});
    d.hint = say(out.lang(), {"留下对的一个，删去另一个", "keep the right one and delete the other"});
    offer_second(view.matter, problem, d, out.lang());
  }
}

}  // namespace

extern const Rule yaml_duplicate_key;
const Rule yaml_duplicate_key{
    .id = "yaml-duplicate-key",
    .severity = Severity::error,
    .scope = Scope::file,
    .families = families::all,
    .summary = {"同一个要素写了两次（英文键与中文名也算同一个）",
                "a key stands twice in one mapping (English key and Chinese label are one)"},
    .why = {"两处写得不一样时，有的程序取前一个，有的取后一个：发布出去的是哪一个，谁也说不准。",
            "Where the two differ, some programs take the first and some the last: nobody knows which is published."},
    .source = "—",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .mends = {sample_with<twice>, sample_with<good>},
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-22, 2,262 published matters: no finding, no false alarm"},
    .check = check,
};

}  // namespace matter::rules
