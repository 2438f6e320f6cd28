#include "checks/same_findings.h"
#include "checks/sample.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "standard: \"00019900100001@1\"\n"
    "limits: {legal: 20 工作日, promised: 8 工作日}  # 标准 5 工作日\n";
constexpr std::string_view good = "standard: \"00019900100001@1\"\nlimits: {legal: 20 工作日, promised: 5 工作日}\n";
constexpr std::string_view standards =
    "sample: true\nname: 公共场所卫生许可（示例）\ndirectory_code: \"00019900100001\"\ntype: 行政许可\n"
    "version: 1\nlimits: {legal: 20 工作日, promised: 5 工作日}\n";

constexpr RuleOption options[] = {{.key = "better",
                                   .label = "更优提示",
                                   .meaning = {"优于标准的也提示：1 提示，0 不提示",
                                               "what is better than the standard is told, as an info: 1; not: 0"},
                                   .usual = 0,
                                   .least = 0,
                                   .most = 1}};

void collect(const MatterView& view, FactWriter& facts) {
  write_prints(view, facts);
  write_against_entry(view, view.settings[0] != 0, facts);
}

void judge(const CatalogView& view, CatalogReport& out) {
  std::vector<RuleFacts::Record> unbound;
  for (const RuleFacts::Record& record : view.own.records) {
    FactReader facts = view.own.reader(record);
    if (facts.number() == 0) {
      say_against_entry(record.matter, facts, out);
    } else {
      unbound.push_back(record);
    }
  }
  say_groups(view, unbound, out);
}

}  // namespace

extern const Rule same_element;
const Rule same_element{
    .id = "same-element",
    .severity = Severity::error,
    .scope = Scope::catalog,
    .families = families::all,
    .summary = {"要素不如标准，或各级同一事项不一致",
                "an element falls short of the standard, or differs between offices"},
    .why = {"同一件事到哪里都应一样办：要素不如标准，群众在这里就要多等、多交、多跑。",
            "One matter is to be handled alike everywhere: where an element falls short, people wait longer, hand in "
            "more or come more often."},
    .source = "五级十五同",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .options = options,
    .standards = standards,
    .evidence =
        {"2026-11-23 读广东公布的 2,262 个事项：没有标准目录，只对照各实施主体的同一事项，59 条，读了 30 条，30 "
         "条属实",
         "2026-11-23, 2,262 published matters: no standard catalog; of matters that several offices have 59 findings, "
         "30 "
         "read, 30 true"},
    .collect = collect,
    .judge = judge,
};

}  // namespace matter::rules
