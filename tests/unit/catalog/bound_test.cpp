#include "catalog/bound.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "support/tree.h"

using namespace matter;
using matter::test::Tree;

namespace {

using Names = std::vector<std::string>;

/// A catalog with one file that is bound to `binding`, and a standard catalog beside it.
struct Bound {
  Tree tree;
  Sources sources;
  Collector findings{Lang::en};

  explicit Bound(std::string_view binding) {
    tree.add("local/catalog.yaml", "format: 1\nstandards: [../standard]\n");
    tree.add("local/a.yaml", "name: 示例\nstandard: \"" + std::string(binding) + "\"\n");
    tree.add("standard/catalog.yaml", "format: 1\nrole: 标准化目录\n");
    entry("standard/other.yaml", "00019900100077", "1");
  }
  void entry(const std::string& path, const std::string& code, const std::string& version) {
    tree.add(path, "name: 示例\nbasic_code: \"" + code + "\"\nversion: " + version + "\n");
  }
  Names standards() {
    const Discovery d = discover_bound(tree.path("local/a.yaml"), sources, findings);
    Names out;
    for (const CatalogFile& file : d.standards) {
      out.push_back(tree.without_root(sources.name(file.source)));
      CHECK(d.catalogs[file.catalog]->standard);
    }
    REQUIRE(d.files.size() == 1);
    return out;
  }
};

}  // namespace

TEST_CASE("bound: of a standard catalog only the file that is called like the code is found") {
  Bound bound("000199001001@2");
  bound.entry("standard/000199001001.yaml", "000199001001", "2");
  CHECK(bound.standards() == Names{"standard/000199001001.yaml"});
  CHECK(bound.findings.found().empty());
}

TEST_CASE("bound: without a binding no entry is needed") {
  Bound bound("000199001001@1");
  bound.tree.add("local/a.yaml", "name: 示例\n");
  CHECK(bound.standards().empty());
}

TEST_CASE("bound: where the file called so does not hold the version, all are found as ever") {
  Bound bound("000199001001@3");
  bound.entry("standard/000199001001.yaml", "000199001001", "2");
  bound.entry("standard/newer.yaml", "000199001001", "3");
  CHECK(bound.standards() == Names{"standard/000199001001.yaml", "standard/newer.yaml", "standard/other.yaml"});
}

TEST_CASE("bound: a binding without a version means the newest, so all are found") {
  Bound bound("000199001001");
  bound.entry("standard/000199001001.yaml", "000199001001", "2");
  bound.entry("standard/newer.yaml", "000199001001", "3");
  CHECK(bound.standards().size() == 3);
}

TEST_CASE("bound: a link in a standard folder is not followed") {
  Bound bound("000199001001@2");
  bound.entry("elsewhere.yaml", "000199001001", "2");
  std::filesystem::create_symlink("../elsewhere.yaml", bound.tree.path("standard/000199001001.yaml"));
  CHECK(bound.standards() == Names{"standard/other.yaml"});
}

TEST_CASE("bound: an entry of a catalog that a standard catalog names is found") {
  Bound bound("000199001001@2");
  bound.tree.add("standard/catalog.yaml", "format: 1\nrole: 标准化目录\nstandards: [../nation]\n");
  bound.tree.add("nation/catalog.yaml", "format: 1\n");
  bound.entry("nation/000199001001.yml", "000199001001", "2");
  bound.entry("nation/second.yaml", "000199001002", "1");
  CHECK(bound.standards() == Names{"nation/000199001001.yml"});
}

TEST_CASE("bound: a standard catalog that is missing is told once") {
  Bound bound("000199001001@2");
  bound.tree.add("local/catalog.yaml", "format: 1\nstandards: [../nowhere]\n");
  CHECK(bound.standards().empty());
  REQUIRE(bound.findings.found().size() == 1);
  CHECK(bound.findings.found()[0].rule == "reference-dangling");
}
