#include <algorithm>

#include "catalog/registers.h"
#include "checks/places.h"
#include "checks/sample.h"

namespace matter::rules {

namespace {

// The examples speak where catalog.yaml names a list that holds 示例许可.
constexpr std::string_view bad = "name: 公共场所卫生许可（示例）\n";
constexpr std::string_view good = "name: 示例许可\n";

bool is_listed(const Matter& m, const Registers& registers) {
  if (registers.lists_code(basic_code(m))) return true;
  const std::string_view names[] = {m.main.text, m.sub.text, m.name.text};
  return std::any_of(std::begin(names), std::end(names),
                     [&](std::string_view name) { return registers.lists_name(name); });
}

// Facts: place, name, the nearest name of the lists.
void collect(const MatterView& view, FactWriter& facts) {
  const Matter& m = view.matter;
  const Catalog* const catalog = view.context.catalog;
  if (catalog == nullptr || catalog->registers == nullptr || !catalog->registers->any_licences) return;
  if (!m.name.given() || is_listed(m, *catalog->registers)) return;
  const std::string_view name = m.main.given() ? m.main.text : m.name.text;
  facts.place(own_place(m, m.name));
  facts.text(name);
  facts.text(catalog->registers->nearest_licence(name));
}

void judge(const CatalogView& view, CatalogReport& out) {
  for (const RuleFacts::Record& record : view.own.records) {
    FactReader facts = view.own.reader(record);
    const Location at = facts.place();
    const std::string_view name = facts.text();
    const std::string_view near = facts.text();
    Diagnostic& d = out.add(record.matter, at, "name",
                            {"行政许可“{}”不在行政许可事项清单里", "the licence '{}' is on no list of licences"}, name);
    d.hint = near.empty() ? say(out.lang(), {"清单外的许可不得实施：取消它，或更正名称、基本编码、事项类型",
                                             "what is on no list must not be demanded: cancel it, or mend its name, "
                                             "basic code or type"})
                          : say(out.lang(), {"是不是“{}”？", "did you mean '{}'?"}, near);
    cite(d, out.lang(), {"国办发〔2022〕2号（未见原文）", "国办发〔2022〕2号 [M]"});
    d.subject = name;
  }
}

}  // namespace

extern const Rule licence_unlisted;
const Rule licence_unlisted{
    .id = "licence-unlisted",
    .severity = Severity::error,
    .scope = Scope::catalog,
    .families = families::licence,
    .summary = {"行政许可不在所载入的行政许可事项清单里",
                "a licence is on none of the lists of licences that are loaded"},
    .why = {"清单之外不得实施行政许可；名称或编码对不上的，群众在网上也找不到它。",
            "No licence may be demanded that is on no list; and one whose name or code departs is not found online."},
    .source = {"国办发〔2022〕2号（未见原文）", "国办发〔2022〕2号 [M]"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，那里没有载入许可清单",
                 "2026-11-23, 2,262 published matters: not checked, no list of licences was loaded there"},
    .collect = collect,
    .judge = judge,
};

}  // namespace matter::rules
