#include "checks/places.h"
#include "checks/sample.h"
#include "model/codes.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "basic_code: \"000199001002\"\ncode: \"11350200000000000Y3000199001002\"\n"
    "parent_code: \"000199003000\"  # 前九位与子项不同\n";
constexpr std::string_view good =
    "basic_code: \"000199001002\"\ncode: \"11350200000000000Y3000199001002\"\n"
    "parent_code: \"000199001000\"\n";

constexpr std::string_view needs[] = {"parent_code"};

constexpr std::size_t shared = 9;  // area, type and 主项

// Facts: only of those that do not share them: place of the parent's code, own code, parent's code.
void collect(const MatterView& view, FactWriter& facts) {
  const Matter& m = view.matter;
  if (!m.parent_code.given()) return;
  const std::string_view own = basic_code(m);
  if (!parse_basic_code(own) || !parse_basic_code(m.parent_code.text)) return;
  if (own.substr(0, shared) == m.parent_code.text.substr(0, shared)) return;
  facts.place(m.parent_code.at());
  facts.text(own);
  facts.text(m.parent_code.text);
}

void judge(const CatalogView& view, CatalogReport& out) {
  for (const RuleFacts::Record& record : view.own.records) {
    FactReader facts = view.own.reader(record);
    const Location at = facts.place();
    const std::string_view own = facts.text();
    const std::string_view parent = facts.text();
    Diagnostic& d = out.add(
        record.matter, at, "parent_code",
        {"子项 {} 与主项 {} 的前九位不同", "sub-item {} and its parent {} differ in their first nine characters"}, own,
        parent);
    d.hint = say(out.lang(), {"子项的区域、类型和主项号与主项相同，只有后三位不同",
                              "a sub-item has its parent's area, type and number; only the last three differ"});
    d.subject = parent;
  }
}

}  // namespace

extern const Rule code_parent;
const Rule code_parent{
    .id = "code-parent",
    .severity = Severity::error,
    .scope = Scope::catalog,
    .families = families::all,
    .summary = {"子项的基本编码与主项的前九位不同", "a sub-item does not share its parent's first nine characters"},
    .why = {"平台按前九位把子项归到主项之下，不同则归到别的事项，目录树断开，群众逐级点不到它。",
            "Platforms hang sub-items under the parent by these nine: else the tree breaks and nobody finds it."},
    .source = "GB/T 39554.1-2020",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-22, 2,262 published matters: no finding, no false alarm"},
    .collect = collect,
    .judge = judge,
};

}  // namespace matter::rules
