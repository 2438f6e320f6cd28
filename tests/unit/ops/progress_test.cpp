#include "ops/progress.h"

#include <doctest/doctest.h>

#include "ops/likely_names.h"
#include "support/tree.h"

using namespace matter;
using matter::test::Tree;

namespace {

constexpr const char* head = "format: 1\nlist: 跨省通办\n";

std::string states(const Tree& tree, const DateValue& day = {2021, 1, 1}) {
  RunOptions options;
  options.jobs = 1;
  options.today = day;
  Sources sources;
  std::string text;
  for (const TaskProgress& task : progress(tree.path("a.tasks.yaml"), {tree.path("c")}, options, sources).tasks) {
    text += task.state == TaskState::done ? "done" : task.state == TaskState::due ? "due" : "overdue";
    for (const TaskMatter& m : task.matters) {
      text += ' ' + m.identity + (m.verdict == TaskVerdict::open ? "" : "!") + (m.errors > 0 ? "x" : "");
    }
    text += '\n';
  }
  return text;
}

/// A matter that is whole, by what makes it different.
std::string sample(const std::string& name, const std::string& code, const std::string& more) {
  return "sample: 是\nname: " + name + "（示例）\nlocal_code: " + code +
         "\ntongban: [{list: 跨省通办, mode: 全程网办}]\n" + more;
}

}  // namespace

TEST_CASE("progress: a standard entry's fault blocks whoever takes it over, and nobody else") {
  const Tree tree;
  tree.add("a.tasks.yaml", std::string(head) + "tasks: [{name: 甲登记, due: 2020-12-31}]\n");
  tree.add("s/catalog.yaml", "format: 1\nname: 省\nrole: 标准化目录\n");
  tree.add("s/s.yaml", "name: 甲登记（示例）\ndirectory_code: \"00019900100001\"\nlimits: {promised: 尽快}\n");
  tree.add("c/catalog.yaml", "format: 1\nname: 市\nstandards: [../s]\n");
  const std::string bound = "standard: \"00019900100001@1\"\n";
  tree.add("c/a.yaml", sample("甲登记", "L1", bound));
  tree.add("c/b.yaml", sample("甲登记", "L2", bound + "limits: {legal: 20 工作日, promised: 5 工作日}\n"));
  RunOptions options;
  options.jobs = 1;
  options.today = {2021, 1, 1};
  Sources sources;
  const auto result = progress(tree.path("a.tasks.yaml"), {tree.path("c")}, options, sources);
  REQUIRE(result.tasks.size() == 1);
  REQUIRE(result.tasks[0].matters.size() == 2);
  // Both lack much; only the first has the entry's fault on top.
  CHECK(result.tasks[0].matters[0].errors > result.tasks[0].matters[1].errors);
}

TEST_CASE("progress: codes decide where a task gives them, any kind of them; else the name does") {
  const Tree tree;
  tree.add("a.tasks.yaml",
           std::string(head) +
               "tasks:\n  - {name: 甲登记, codes: [\"000199001000\"]}\n  - {name: 乙登记}\n  - {name: 丙登记 }\n");
  tree.add("c/a.yaml", sample("别名", "L1", "basic_code: \"000199001000\"\n"));
  tree.add("c/b.yaml", sample("甲登记", "L2", ""));
  tree.add("c/c.yaml", sample("乙 登记", "L3", ""));
  tree.add("c/d.yaml", sample("某事", "L4", "common_name: 丙登记\n"));
  CHECK(states(tree) == "due L1x\ndue L3x\ndue L4x\n");
}

TEST_CASE("progress: a task is overdue behind its day only; each mode is needed where the list says so") {
  const Tree tree;
  const std::string tasks = "tasks: [{name: 甲登记, due: 2020-12-31, modes: [全程网办, 多地联办]}]\n";
  tree.add("a.tasks.yaml", std::string(head) + tasks);
  tree.add("c/a.yaml", sample("甲登记", "L1", ""));
  CHECK(states(tree, {2020, 12, 31}) == "due L1x\n");
  CHECK(states(tree, {2021, 1, 1}) == "overdue L1x\n");
  tree.add("a.tasks.yaml", std::string(head) + "each_mode: 是\n" + tasks);
  CHECK(states(tree) == "overdue L1!x\n");
}

TEST_CASE("likely names: the most like ones come first, the unlike not at all, the same name once") {
  LikelyNames likely({"正常退休提取住房公积金", "学历公证", "甲"});
  for (const char* const name :
       {"退休提取住房公积金", "提取住房公积金", "退休提取住房公积金", "住房公积金缴存", "学历公证书", "乙"})
    likely.meet(name, name);
  CHECK(likely.best(0) == std::vector<std::string>{"退休提取住房公积金", "提取住房公积金", "住房公积金缴存"});
  CHECK(likely.best(1) == std::vector<std::string>{"学历公证书"});
  CHECK(likely.best(2).empty());
}
