#include "ops/load.h"

#include <doctest/doctest.h>

#include "support/read_text.h"
#include "support/tree.h"

using namespace matter;
using matter::test::Tree;

TEST_CASE("load: effective matters in the order of files, whatever the number of workers") {
  const Tree tree;
  tree.add("standard/catalog.yaml", "format: 1\nrole: 标准化目录\n");
  tree.add("standard/s.yaml", "{name: 标准, directory_code: \"00019900100001\", version: 2}\n");
  tree.add("xm/catalog.yaml", "format: 1\nstandards: [../standard]\n");
  std::vector<std::string> expected{"00019900100001@2 标准 1"};
  for (int i = 100; i < 160; ++i) {
    const std::string n = std::to_string(i);
    tree.add("xm/" + n + ".yaml", "- {local_code: L" + n + ", standard: \"00019900100001@2\"}\n- {name: 另}\n");
    expected.push_back("L" + n + " 标准 0");
    expected.push_back("xm/" + n + ".yaml#2 另 0");
  }
  for (const unsigned jobs : {1U, 4U}) {
    Sources sources;
    Collector findings(Lang::en);
    RunOptions options;
    options.jobs = jobs;
    std::vector<std::string> seen;
    const LoadSummary summary =
        for_each_matter({tree.path()}, options, sources, findings, [&](const MatterView& view, const LoadedFile& file) {
          CHECK(view.matter.document == &file.document);
          seen.push_back(tree.without_root(view.identity) + " " + std::string(view.matter.name.text) + " " +
                         (view.standard ? "1" : "0"));
        });
    CHECK(seen == expected);
    CHECK(summary.files == 61);
    CHECK(summary.matters == 121);
    CHECK(summary.damaged == 0);
    CHECK(findings.found().empty());
  }
}

TEST_CASE("load: damaged files are counted, their findings come in file order") {
  const Tree tree;
  tree.add("a.yaml", "name: \"x\n");
  tree.add("b.yaml", "name: \"y\n");
  Sources sources;
  Collector findings(Lang::en);
  const LoadSummary summary = for_each_matter({tree.path()}, {}, sources, findings, [](const auto&, const auto&) {});
  CHECK(summary.damaged == 2);
  REQUIRE(findings.found().size() >= 2);
  CHECK(findings.found().front().at.source < findings.found().back().at.source);
}

TEST_CASE("load: what a matter is called in reports") {
  const auto text = test::read_text(R"(- {code: "11350200000000000Y3000199001000"}
- {directory_code: "00019900100001", version: 4}
- {name: 无码}
)");
  CHECK(report_identity(text->matter(0), false, "a.yaml", 1) == "11350200000000000Y3000199001000");
  CHECK(report_identity(text->matter(1), true, "a.yaml", 2) == "00019900100001@4");
  CHECK(report_identity(text->matter(2), false, "a.yaml", 3) == "a.yaml#3");
  CHECK(report_identity(text->matter(2), true, "a.yaml", 3) == "a.yaml#3");
}
