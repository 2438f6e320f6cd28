#include <map>
#include <vector>

#include "checks/places.h"
#include "checks/sample.h"
#include "checks/tasks.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "tongban: [{list: 省内通办, mode: 全程网办, scope: 全省}]\n"
    "channels: {visits: 0, online: {available: 是, url: \"https://example.gov.cn/apply\"}, mail: {supported: 是, "
    "recipient: 综合窗口, phone: 0592-0000003, address: 示例路 1 号三楼}, windows: [{name: 跨省通办窗口, place: 示例路 "
    "1 号三楼, hours: 工作日 9:00-17:00}]}\n";
constexpr std::string_view good =
    "tongban: [{list: 省内通办, number: \"1\", mode: 全程网办, scope: 全省}, {list: 省内通办, number: \"2\", mode: "
    "多地联办, scope: 全省}]\n"
    "agency: {name: 示例市卫生健康委员会, code: 11350200000000000Y, nature: 法定机关, region: \"350200000000\", "
    "joint: [示例市甲局, 示例市乙局]}\n"
    "channels: {visits: 0, online: {available: 是, url: \"https://example.gov.cn/apply\"}, mail: {supported: 是, "
    "recipient: 综合窗口, phone: 0592-0000003, address: 示例路 1 号三楼}, windows: [{name: 跨省通办窗口, place: 示例路 "
    "1 号三楼, hours: 工作日 9:00-17:00}]}\n";

constexpr std::string_view needs[] = {"tongban"};

// Facts of a matter of a catalog with task lists: day of the check, whether the catalog was read whole, the number of
// lists; for each its place and how many of its tasks mean the matter; of these the task, how it stands, and where.
void collect(const MatterView& view, FactWriter& facts) {
  const Catalog& catalog = *view.context.catalog;
  if (view.standard || catalog.tasks.empty()) return;
  const Matter& m = view.matter;
  const DateValue& day = view.context.today;
  facts.number(static_cast<std::uint64_t>(day.year) * 10000U + day.month * 100U + day.day);
  facts.number(catalog.whole ? 1 : 0);
  facts.number(catalog.tasks.size());
  for (const auto& tasks : catalog.tasks) {
    const std::vector<std::uint32_t> meant = tasks->index.meant(m);
    facts.place(tasks->list->spec.mark.at());
    facts.number(meant.size());
    for (const std::uint32_t task : meant) {
      facts.number(task);
      facts.number(static_cast<std::uint64_t>(tasks->index.verdict(task, m)));
      facts.place(m.tongban.empty() ? head_of(m, m.name.mark) : m.tongban.at());
    }
  }
}

void judge(const CatalogView& view, CatalogReport& out) {
  std::map<SourceId, HeldTasks> lists;
  std::uint64_t today = 0;
  for (const RuleFacts::Record& record : view.own.records) {
    FactReader facts = view.own.reader(record);
    today = facts.number();
    const bool whole = facts.number() == 1;
    for (std::uint64_t n = facts.number(); n > 0 && !facts.broken(); --n) {
      const auto [at, fresh] =
          lists.try_emplace(facts.place().source, HeldTasks{record.matter, whole && view.complete, {}});
      for (std::uint64_t m = facts.number(); m > 0 && !facts.broken(); --m) {
        const std::uint64_t task = facts.number();
        const auto verdict = static_cast<TaskVerdict>(facts.number());
        at->second.meant[task].push_back({record.matter, verdict, facts.place()});
      }
    }
  }
  for (const auto& [source, held] : lists) {
    Collector told(out.lang());  // its mistakes were told when it was read
    const auto list = read_task_list(source, view.sources, told);
    if (list != nullptr) judge_tasks(*list, held, today, out);
  }
}

}  // namespace

extern const Rule tongban_due;
const Rule tongban_due{
    .id = "tongban-due",
    .severity = Severity::warning,
    .scope = Scope::catalog,
    .families = families::on_application,
    .summary = {"任务清单上的事项到期没有，或没有以要求的方式开通",
                "a matter of a task list is missing, or not open in its mode, after its due date"},
    .why = {"群众按公布的清单来办，到了期还办不了，跑的就是冤枉路。",
            "People come because the list was published; behind its day they come in vain."},
    .source = {"2021 年工作方案 二", "plan of 2021, 二"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：未检查，来源不提供 tongban",
                 "2026-11-23, 2,262 published matters: not checked, the source never carries tongban"},
    .collect = collect,
    .judge = judge,
};

}  // namespace matter::rules
