#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "catalog/catalog.h"
#include "support/tree.h"

using namespace matter;
using matter::test::Tree;

namespace {

struct Found {
  Sources sources;
  Collector findings{Lang::en};
  Discovery d;

  Found(const Tree& tree, const std::vector<std::string>& below) {
    std::vector<std::string> paths;
    for (const std::string& path : below) paths.push_back(tree.path(path));
    d = discover(paths, sources, findings);
  }
  [[nodiscard]] std::vector<std::string> names(const Tree& tree, const std::vector<CatalogFile>& files) const {
    std::vector<std::string> out;
    for (const CatalogFile& file : files) out.push_back(tree.without_root(sources.name(file.source)));
    return out;
  }
  [[nodiscard]] const Catalog& catalog_of(const CatalogFile& file) const { return *d.catalogs[file.catalog]; }
};

using Names = std::vector<std::string>;
constexpr std::string_view local = "format: 1\nstandards: [../standard]\n";
constexpr std::string_view standard = "format: 1\nrole: 标准化目录\n";

}  // namespace

TEST_CASE("discovery: YAML files in bytewise order of their paths, folders depth first") {
  const Tree tree;
  for (const char* name : {"b.yaml", "a/z.yaml", "a.yml", "a-b.yaml", "B.YAML", "a/b/c.yaml", "中.yaml"})
    tree.add(name, "");
  const Found found(tree, {""});
  CHECK(found.names(tree, found.d.files) ==
        Names{"B.YAML", "a-b.yaml", "a.yml", "a/b/c.yaml", "a/z.yaml", "b.yaml", "中.yaml"});
  CHECK(found.d.ignored == 0);
}

TEST_CASE("discovery: hidden things, node_modules and what may be thought to count are passed over and counted") {
  const Tree tree;
  tree.add("a.yaml", "");
  tree.add(".hidden.yaml", "");
  tree.add(".folder/a.yaml", "");
  tree.add("node_modules/p/a.yaml", "");
  for (const char* name : {"b.json", "c.xlsx", "d.yaml.bak", "e.txt", "f"}) tree.add(name, "");
  tree.add(".git/config.yaml", "");  // not even counted
  const Found found(tree, {""});
  CHECK(found.names(tree, found.d.files) == Names{"a.yaml"});
  CHECK(found.d.ignored == 8);
  CHECK(tree.without_root(found.d.first_ignored) == ".folder");
}

TEST_CASE("discovery: descriptions and attachments beside matters need no word") {
  const Tree tree;
  tree.add("a.yaml", "");
  for (const char* name : {"README.md", "README.zh.MD", "README", "LICENSE", ".gitignore", ".DS_Store", "说明.md"}) {
    tree.add(name, "");
  }
  for (const char* name : {"申请表.docx", "申请表.DOC", "样表.pdf", "证照.ofd", "照片.jpeg"}) tree.add(name, "");
  const Found found(tree, {""});
  CHECK(found.names(tree, found.d.files) == Names{"a.yaml"});
  CHECK(found.d.ignored == 0);
  CHECK(found.d.first_ignored.empty());
}

TEST_CASE("discovery: a file that is named is taken whatever it is called") {
  const Tree tree;
  tree.add(".draft.txt", "");
  const Found found(tree, {".draft.txt"});
  CHECK(found.names(tree, found.d.files) == Names{".draft.txt"});
}

TEST_CASE("discovery: nothing is taken twice, in the order of the paths named") {
  const Tree tree;
  tree.add("a/1.yaml", "");
  tree.add("a/2.yaml", "");
  tree.add("b/3.yaml", "");
  const Found found(tree, {"b", "a/2.yaml", "a", "b/3.yaml", "a/1.yaml", "a/"});
  CHECK(found.names(tree, found.d.files) == Names{"b/3.yaml", "a/2.yaml", "a/1.yaml"});
}

TEST_CASE("discovery: catalog.yaml is found in the folder, above it, and for a single file; it is no matter file") {
  const Tree tree;
  tree.add("xm/catalog.yaml", "format: 1\nname: 示例\n");
  tree.add("xm/siming/health/a.yaml", "");
  for (const char* path : {"xm", "xm/siming/health", "xm/siming/health/a.yaml", "xm/catalog.yaml"}) {
    CAPTURE(path);
    const Found found(tree, {path});
    REQUIRE(found.names(tree, found.d.files) == Names{"xm/siming/health/a.yaml"});
    CHECK(found.catalog_of(found.d.files[0]).config.name.text == "示例");
    CHECK(tree.without_root(found.catalog_of(found.d.files[0]).root) == "xm");
    CHECK(found.findings.found().empty());
  }
}

TEST_CASE("discovery: nested catalogs have their own configuration, the files around them the outer one") {
  const Tree tree;
  tree.add("catalog.yaml", "format: 1\nname: outer\n");
  tree.add("a.yaml", "");
  tree.add("inner/catalog.yaml", "format: 1\nname: inner\n");
  tree.add("inner/deep/b.yaml", "");
  tree.add("z.yaml", "");
  const Found found(tree, {""});
  REQUIRE(found.names(tree, found.d.files) == Names{"a.yaml", "inner/deep/b.yaml", "z.yaml"});
  Names of;
  for (const CatalogFile& f : found.d.files) of.emplace_back(found.catalog_of(f).config.name.text);
  CHECK(of == Names{"outer", "inner", "outer"});
}

TEST_CASE("discovery: without catalog.yaml there is a catalog that says nothing") {
  const Tree tree;
  tree.add("a.yaml", "");
  const Found found(tree, {""});
  REQUIRE(found.d.files.size() == 1);
  CHECK(found.catalog_of(found.d.files[0]).root.empty());
  CHECK(found.catalog_of(found.d.files[0]).config_file == nullptr);
  CHECK(found.findings.found().empty());
}

TEST_CASE("discovery: standard catalogs are loaded though nobody named them") {
  const Tree tree;
  tree.add("standard/catalog.yaml", standard);
  tree.add("standard/s.yaml", "");
  tree.add("xm/catalog.yaml", local);
  tree.add("xm/a.yaml", "");
  const Found alone(tree, {"xm"});
  CHECK(alone.names(tree, alone.d.files) == Names{"xm/a.yaml"});
  REQUIRE(alone.names(tree, alone.d.standards) == Names{"standard/s.yaml"});
  CHECK(alone.catalog_of(alone.d.standards[0]).standard);
  CHECK_FALSE(alone.catalog_of(alone.d.files[0]).standard);

  const Found both(tree, {""});
  CHECK(both.names(tree, both.d.files) == Names{"standard/s.yaml", "xm/a.yaml"});
  CHECK(both.d.standards.empty());
  CHECK(both.catalog_of(both.d.files[0]).standard);
}

TEST_CASE("discovery: what is named as standard is standard, with or without a catalog.yaml that says so") {
  const Tree tree;
  tree.add("catalog.yaml", "format: 1\nstandards: [standard, single.yaml]\n");
  tree.add("a.yaml", "");
  tree.add("single.yaml", "");
  tree.add("standard/health/s.yaml", "");
  const Found found(tree, {""});
  REQUIRE(found.names(tree, found.d.files) == Names{"a.yaml", "single.yaml", "standard/health/s.yaml"});
  CHECK_FALSE(found.catalog_of(found.d.files[0]).standard);
  CHECK(found.catalog_of(found.d.files[1]).standard);
  CHECK(found.catalog_of(found.d.files[2]).standard);
  CHECK(found.d.standards.empty());
  const Found one(tree, {"a.yaml"});
  CHECK(one.names(tree, one.d.standards) == Names{"standard/health/s.yaml", "single.yaml"});
  CHECK(one.catalog_of(one.d.standards[1]).standard);
}

TEST_CASE("discovery: a standard catalog that is not there is a finding at its place") {
  const Tree tree;
  tree.add("catalog.yaml", "format: 1\nstandards:\n  - ../nowhere\n");
  tree.add("a.yaml", "");
  const Found found(tree, {""});
  REQUIRE(found.findings.found().size() == 1);
  const Diagnostic& d = found.findings.found()[0];
  CHECK(d.rule == "reference-dangling");
  CHECK(tree.without_root(found.sources.name(d.at.source)) == "catalog.yaml");
  CHECK(d.at.span == Span{25, 35});
  CHECK(found.d.standards_incomplete);
}

TEST_CASE("discovery: links inside folders are not followed, so that loops cannot be walked") {
  const Tree tree;
  tree.add("real/a.yaml", "");
  std::filesystem::create_directory_symlink(tree.path("real"), tree.path("real/loop"));
  std::filesystem::create_symlink(tree.path("real/a.yaml"), tree.path("real/b.yaml"));
  std::filesystem::create_directory_symlink(tree.path("real"), tree.path("link"));
  const Found inside(tree, {"real"});
  CHECK(inside.names(tree, inside.d.files) == Names{"real/a.yaml"});
  CHECK(inside.d.links == 2);
  const Found named(tree, {"link"});
  CHECK(named.names(tree, named.d.files) == Names{"link/a.yaml"});
  const Found both(tree, {"link", "real", "real/b.yaml"});
  CHECK(both.d.files.size() == 1);
}

TEST_CASE("discovery: the files of a catalog of a newer format are left out and counted") {
  const Tree tree;
  tree.add("new/catalog.yaml", "format: 2\n");
  tree.add("new/a.yaml", "");
  tree.add("old/b.yaml", "");
  const Found found(tree, {""});
  CHECK(found.names(tree, found.d.files) == Names{"old/b.yaml"});
  CHECK(found.d.refused == 1);
  CHECK(found.findings.any(Severity::error));
}

TEST_CASE("discovery: a path that does not exist is an error of the environment") {
  const Tree tree;
  Sources sources;
  Collector findings(Lang::en);
  CHECK_THROWS_AS((void)discover({tree.path("none")}, sources, findings), std::system_error);
}
