#include <doctest/doctest.h>

#include <filesystem>

#include "ops/export.h"
#include "support/tree.h"

using namespace matter;
using matter::test::file_text;
using matter::test::Tree;

namespace {

ExportResult export_to(const Tree& tree, const std::string& to) {
  Sources sources;
  ExportOptions options;
  options.paths = {tree.path("c")};
  options.to = to;
  options.out = tree.path(to);
  RunOptions run;
  run.today = {2026, 2, 28};
  return export_catalog(options, run, sources);
}

/// "column ← field: values", one a loss.
std::string told(const ExportResult& result, LossReason why) {
  std::string lines;
  for (const LossGroup& group : result.losses.groups) {
    if (group.why != why) continue;
    lines.append(group.column).append(" ← ").append(group.field).append(": ").append(std::to_string(group.values));
    lines += '\n';
  }
  return lines;
}

}  // namespace

TEST_CASE("export splits: in an exchange table an item that holds the sign between items is told") {
  const Tree tree;
  tree.add("c/a.yaml",
           "name: 甲\ncode: a\ntype: 行政许可\nconditions: [甲；乙, 丙, 丁；]\nprocess: [受理→审查, 办结]\n"
           "basis: [{title: 甲法；乙法}]\nchannels: {windows: [{name: 一, place: 一楼；二楼}]}\n");
  tree.add("c/b.yaml", "name: 乙\ncode: b\ntype: 行政许可\nprocess_note: 受理→办结\n");
  // As many as there are between items, and texts of records that come apart into what they were.
  tree.add("c/c.yaml",
           "name: 丙\ncode: c\ntype: 行政许可\nconditions: [甲, 乙]\nprocess: [受理, 办结]\n"
           "basis: [{title: 甲法, number: 1；2号}, {title: 乙法}]\nfees: [{name: 费, basis: 甲；乙}]\n");
  const ExportResult out = export_to(tree, "national-exchange");
  REQUIRE(out.written);
  CHECK(told(out, LossReason::splits) ==
        "accept_condition ← conditions[].text: 2\n"
        "by_law ← basis: 1\n"
        "handle_flow ← process[].step: 1\n"
        "handle_flow ← process_note: 1\n"
        "transact_addr ← channels.windows[].place: 1\n");
  const std::string losses = file_text(tree.path("national-exchange/losses.json"));
  CHECK(losses.find(R"("column":"accept_condition","field":"conditions[].text","why":"splits","count":2)") !=
        std::string::npos);
  CHECK(losses.find(R"({"matter":"c")") < losses.find("\"summary\""));
  CHECK(file_text(tree.path("national-exchange/up_task_general_basic.csv")).find("甲；乙；丙；丁；") !=
        std::string::npos);
}

TEST_CASE("export splits: in a message a backslash keeps it whole, which is told; in tables of ours it is the layout") {
  const Tree tree;
  tree.add("c/a.yaml", "name: 甲\ncode: a\ntype: 行政许可\nconditions: [\"甲\\n\\n乙；丙\", 丁]\n");
  const ExportResult message = export_to(tree, "fujian-hall-xml");
  CHECK(told(message, LossReason::escaped) == "Applyterm ← conditions[].text: 1\n");
  CHECK(told(message, LossReason::splits).empty());
  for (const char* const ours : {"csv", "xlsx", "tongban-zone"}) {
    const ExportResult table = export_to(tree, ours);
    CHECK(told(table, LossReason::escaped).empty());
    CHECK(told(table, LossReason::splits).empty());
  }
}

TEST_CASE("export codes: an entry's own basic code that the code of its item does not begin with is told") {
  const Tree tree;
  tree.add("c/catalog.yaml", "format: 1\nname: 标准\nrole: 标准化目录\n");
  tree.add("c/a.yaml", "name: 甲\ndirectory_code: \"00019900100001\"\nbasic_code: \"000199001000\"\ntype: 行政许可\n");
  tree.add("c/b.yaml", "name: 乙\ndirectory_code: \"00019900200001\"\nbasic_code: \"000199009000\"\ntype: 行政许可\n");
  const ExportResult entries = export_to(tree, "fujian-directory-json");
  REQUIRE(entries.written);
  CHECK(told(entries, LossReason::no_place) == "dirCode ← basic_code: 1\n");
  // The table of the exchange has the basic code only.
  CHECK(told(export_to(tree, "national-exchange"), LossReason::no_place) == " ← directory_code: 2\n");
}
