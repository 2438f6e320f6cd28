#include "ops/workbook_export.h"

#include <doctest/doctest.h>

#include "support/tree.h"

using namespace matter;
using matter::test::Tree;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

WorkbookExport exported(const std::string& condition) {
  const Tree tree;
  tree.add("a.yaml", "name: 甲（示例）\ncode: C1\ntype: 行政许可\nconditions:\n  - " + condition + "\n");
  Sources sources;
  RunOptions run;
  run.today = {2026, 1, 31};
  return export_workbook({tree.path("a.yaml"), {}, false}, run, sources);
}

}  // namespace

TEST_CASE("workbook export: a text that no cell can hold is told, and would not come back cut") {
  const WorkbookExport most = exported(repeated("字", 32767));
  CHECK(most.fits);
  CHECK(most.content.matters.size() == 1);
  const WorkbookExport more = exported(repeated("字", 32768));
  CHECK(!more.fits);
  REQUIRE(!more.findings.empty());
  CHECK(more.findings.back().message.starts_with("C1: "));
  CHECK(more.findings.back().message.find("32768") != std::string::npos);
}
