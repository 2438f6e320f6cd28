#include "ops/git_compare.h"

#include <doctest/doctest.h>

#include "support/tree.h"

using namespace matter;
using namespace matter::test;

TEST_CASE("git compare: matters are told from other YAML of a repository") {
  const Tree tree;
  const auto holds = [&](const std::string& path, std::string_view text) {
    Sources sources;
    return holds_matters(path, tree.add(path, text), sources);
  };
  CHECK(holds("a.yaml", "name: 甲\ncode: C1\nunknown: 1\nmore: 2\neven_more: 3\n"));
  CHECK(holds("b.yaml", "事项名称: 甲\n申请材料: [申请表]\n"));
  CHECK(holds("c.yaml", "- {name: 甲, fees: 无}\n- {name: 乙, fees: 无}\n"));
  CHECK(holds("d.yaml", "x: 1\n---\nname: 甲\nfees: 无\n"));
  CHECK_FALSE(holds("catalog.yaml", "name: 甲\ncode: C1\n"));
  CHECK_FALSE(holds("sub/catalog.yaml", "name: 甲\ncode: C1\n"));
  CHECK_FALSE(holds("e.yaml", "name: check\non: push\njobs: {}\n"));
  CHECK_FALSE(holds("f.yaml", "services: {web: {image: x}}\n"));
  CHECK_FALSE(holds("g.yaml", "- a\n- b\n"));
  CHECK_FALSE(holds("h.yaml", ""));
  Sources sources;
  CHECK_FALSE(holds_matters("i.yaml", "/dev/null", sources));
}

TEST_CASE("git compare: what git hands over is a pair, with or without another name") {
  const GitPair plain = git_pair({"a.yaml", "/tmp/x", "1", "100644", "/dev/null", ".", "."});
  CHECK(plain.path == "a.yaml");
  CHECK_FALSE(plain.both());
  CHECK(plain.after_path() == "a.yaml");
  const GitPair moved =
      git_pair({"a.yaml", "/tmp/x", "1", "100644", "b.yaml", "2", "100644", "b.yaml", "similarity\n"});
  CHECK(moved.both());
  CHECK(moved.after_path() == "b.yaml");
  CHECK(moved.about == "similarity\n");
}
