#include "catalog/ignore.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "catalog/bound.h"
#include "catalog/catalog.h"
#include "support/shell.h"
#include "support/tree.h"

using namespace matter;
using namespace matter::test;

namespace {

using Names = std::vector<std::string>;

struct Found {
  Sources sources;
  Collector findings{Lang::en};
  Discovery d;

  Found(const Tree& tree, const Names& below) {
    Names paths;
    for (const std::string& path : below) paths.push_back(tree.path(path));
    d = discover(paths, sources, findings);
  }
  [[nodiscard]] Names names(const Tree& tree) const {
    Names out;
    for (const CatalogFile& file : d.files) out.push_back(tree.without_root(sources.name(file.source)));
    return out;
  }
};

void add_all(const Tree& tree, const Names& names) {
  for (const std::string& name : names) tree.add(name, "");
}

}  // namespace

TEST_CASE("ignore: names at any depth, paths from the folder of the file, the last word counts") {
  const Tree tree;
  tree.add("catalog.yaml", "format: 1\n");
  tree.add(".matterignore", "# drafts\n\n*.draft.yaml\n/top.yaml\nold/\na/*.yaml\n!a/keep.yaml\n**/deep/x?.yaml\n");
  add_all(tree, {"a.yaml", "b.draft.yaml", "c/d.draft.yaml", "top.yaml", "c/top.yaml", "old/x.yaml", "c/old/y.yaml",
                 "c/old.yaml", "a/1.yaml", "a/keep.yaml", "a/b/1.yaml", "c/deep/x中.yaml", "c/deep/xyz.yaml"});
  const Found found(tree, {""});
  CHECK(found.names(tree) ==
        Names{"a.yaml", "a/b/1.yaml", "a/keep.yaml", "c/deep/xyz.yaml", "c/old.yaml", "c/top.yaml"});
  CHECK(found.d.left_out == 7);
  CHECK(tree.without_root(found.d.first_left_out) == "a/1.yaml");
  CHECK(found.d.ignored == 0);
  CHECK(found.findings.found().empty());
}

TEST_CASE("ignore: folders below have files of their own, which come first") {
  const Tree tree;
  tree.add("catalog.yaml", "format: 1\n");
  tree.add(".matterignore", "x.yaml\n");
  tree.add("a/.matterignore", "!x.yaml\ny.yaml\n");
  add_all(tree, {"x.yaml", "y.yaml", "a/x.yaml", "a/y.yaml", "a/b/x.yaml", "a/b/y.yaml"});
  CHECK(Found(tree, {""}).names(tree) == Names{"a/b/x.yaml", "a/x.yaml", "y.yaml"});
  // a folder that is named is searched with what holds above it, in its catalog
  tree.add(".matterignore", "/a/b/x.yaml\n");
  tree.add("a/.matterignore", "y.yaml\n");
  CHECK(Found(tree, {"a/b"}).names(tree).empty());
  CHECK(Found(tree, {"a/b"}).d.left_out == 2);
}

TEST_CASE("ignore: what is in a folder that is left out is not looked at, but counted") {
  const Tree tree;
  tree.add("catalog.yaml", "format: 1\n");
  tree.add(".matterignore", "drafts\n!drafts/a.yaml\n*.csv\n");
  add_all(tree,
          {"drafts/a.yaml", "drafts/b/c.yaml", "drafts/form.docx", "drafts/list.json", "t.csv", "u.json", "z.yaml"});
  tree.add("drafts/n/catalog.yaml", "format: 2\n");  // not read
  const Found found(tree, {""});
  CHECK(found.names(tree) == Names{"z.yaml"});
  CHECK(found.d.left_out == 4);
  CHECK(found.d.ignored == 1);
  CHECK(found.findings.found().empty());
}

TEST_CASE("ignore: a catalog inside another one is left out whole or not at all") {
  const Tree tree;
  tree.add("catalog.yaml", "format: 1\n");
  tree.add(".matterignore", "*.tmp.yaml\ngone/\n");
  tree.add("in/catalog.yaml", "format: 1\n");
  tree.add("gone/catalog.yaml", "format: 1\n");
  add_all(tree, {"a.tmp.yaml", "in/a.tmp.yaml", "gone/a.yaml"});
  CHECK(Found(tree, {""}).names(tree) == Names{"in/a.tmp.yaml"});
}

TEST_CASE("ignore: without a catalog, what holds begins where the search does") {
  const Tree tree;
  tree.add(".matterignore", "x.yaml\n");
  add_all(tree, {"a/x.yaml", "b.yaml"});
  CHECK(Found(tree, {""}).names(tree) == Names{"b.yaml"});
  CHECK(Found(tree, {"a"}).names(tree) == Names{"a/x.yaml"});
}

TEST_CASE("ignore: what is named is read, and it is told which line leaves it out") {
  const Tree tree;
  tree.add("catalog.yaml", "format: 1\n");
  tree.add(".matterignore", "# no\n drafts/ \n");
  add_all(tree, {"a.yaml", "drafts/b.yaml", "drafts/c/d.yaml"});
  const Found file(tree, {"drafts/c/d.yaml", "a.yaml"});
  CHECK(file.names(tree) == Names{"drafts/c/d.yaml", "a.yaml"});
  REQUIRE(file.d.named_anyway.size() == 1);
  CHECK(tree.without_root(file.d.named_anyway[0].path) == "drafts/c/d.yaml");
  CHECK(file.d.named_anyway[0].pattern.span == Span{6, 13});
  CHECK(file.d.left_out == 0);
  const Found folder(tree, {"drafts"});
  CHECK(folder.names(tree) == Names{"drafts/b.yaml", "drafts/c/d.yaml"});
  CHECK(folder.d.named_anyway.size() == 1);
  // beside its catalog it is not counted as left out, whatever is named first
  CHECK(Found(tree, {"", "drafts/b.yaml"}).d.left_out == 1);
  CHECK(Found(tree, {"drafts/b.yaml", ""}).d.left_out == 1);
}

TEST_CASE("ignore: a standard catalog's own file holds for it; one that is named as standard is read") {
  const Tree tree;
  tree.add("local/catalog.yaml", "format: 1\nstandards: [../standard]\n");
  tree.add("local/a.yaml", "standard: \"00019900100001@1\"\n");
  tree.add("standard/catalog.yaml", "format: 1\nrole: 标准化目录\n");
  tree.add("standard/.matterignore", "00019900100001.yaml\n");
  const std::string_view entry = "directory_code: \"00019900100001\"\nversion: 1\n";
  tree.add("standard/00019900100001.yaml", entry);
  tree.add("standard/other.yaml", entry);
  const Found found(tree, {"local"});
  REQUIRE(found.d.standards.size() == 1);
  CHECK(tree.without_root(found.sources.name(found.d.standards[0].source)) == "standard/other.yaml");
  Sources sources;
  Collector findings(Lang::en);
  const Discovery bound = discover_bound(tree.path("local/a.yaml"), sources, findings);
  REQUIRE(bound.standards.size() == 1);
  CHECK(tree.without_root(sources.name(bound.standards[0].source)) == "standard/other.yaml");
  tree.add("local/.matterignore", "mine/\n");
  tree.add("local/catalog.yaml", "format: 1\nstandards: [mine]\n");
  tree.add("local/mine/s.yaml", entry);
  CHECK(Found(tree, {"local"}).d.standards.size() == 1);
}

TEST_CASE("ignore: lines that are no patterns are findings at their places") {
  const Tree tree;
  tree.add("catalog.yaml", "format: 1\n");
  tree.add(
      ".matterignore",
      "\xEF\xBB\xBF# 说明\r\n!\r\n/\r\n  ../x  \r\na\\b\r\n[ab].yaml\r\na//b\r\na**b\r\n草稿／\r\n！a\r\nok.yaml\r\n");
  add_all(tree, {"ok.yaml", "a.yaml"});
  const Found found(tree, {"", "a.yaml"});
  CHECK(found.names(tree) == Names{"a.yaml"});
  const std::vector<Diagnostic>& all = found.findings.found();
  REQUIRE(all.size() == 9);
  CHECK(all[0].message == "'!' names no file or folder");
  CHECK(all[2].message == "'../x' leads out of the folder of this file");
  const std::string text = *found.sources.text(all[2].at.source);
  CHECK(slice(text, all[2].at.span) == "../x");
  CHECK(std::count_if(all.begin(), all.end(), [](const Diagnostic& d) { return d.rule == "field-value"; }) == 7);
  CHECK(all[7].rule == "yaml-fullwidth");
  CHECK(all[7].severity == Severity::warning);
  CHECK(all[7].hint == "write /");
}

TEST_CASE("ignore: leaves out what git leaves out for the same patterns") {
  const Names patterns = {"*.yaml\n!a.yaml\n",
                          "a\n",
                          "a/\n",
                          "/a\n",
                          "b/a\n",
                          "/*\n!/b\n",
                          "**/a/*.yaml\n",
                          "a/**\n",
                          "b/**/c\n",
                          "?.yaml\n",
                          "b/*\n!b/c\n",
                          "b\n!b/a.yaml\n",
                          "**/c/\n",
                          "*\n!*/\n!c.yaml\n",
                          "b/c/\n!b/\n",
                          "中*\n",
                          "!b\nb\n",
                          "./a\n/b/\n"};
  const Names files = {"a.yaml",     "c.yaml",     "a/a.yaml",     "a/b.yaml",  "b/a.yaml",    "b/a/c.yaml",
                       "b/c/a.yaml", "b/c/c.yaml", "b/x/c/y.yaml", "中文.yaml", "中文/a.yaml", "c/a/x.yaml"};
  for (const std::string& one : patterns) {
    CAPTURE(one);
    const Tree tree;
    add_all(tree, files);
    tree.add(".matterignore", one);
    tree.add(".ignored", one);
    // git does not know "./"
    const ShellResult git = run_in_shell(
        "git init -q . && sed -i 's,^[.]/,/,' .ignored && git -c core.quotePath=false ls-files -o "
        "--exclude-from=.ignored -- '*.yaml' | LC_ALL=C sort",
        tree.path(), "/usr/bin/matter");
    REQUIRE(git.exit == 0);
    Names kept;
    for (std::size_t at = 0; at < git.out.size();) {
      const std::size_t end = std::min(git.out.find('\n', at), git.out.size());
      kept.push_back(git.out.substr(at, end - at));
      at = end + 1;
    }
    Found found(tree, {""});
    Names names = found.names(tree);
    std::sort(names.begin(), names.end());
    CHECK(names == kept);
    CHECK(found.d.left_out == files.size() - kept.size());
  }
}
