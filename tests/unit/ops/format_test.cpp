#include <doctest/doctest.h>

#include <filesystem>
#include <system_error>

#include "ops/format.h"
#include "report/format_text.h"
#include "support/shared.h"
#include "support/tree.h"

namespace matter {

namespace {

using test::Tree;

FormatResult format(const Tree& tree, std::vector<std::string> paths, bool write, unsigned jobs = 1) {
  Sources sources;
  FormatRequest request;
  for (const std::string& path : paths) request.paths.push_back(tree.path(path));
  request.write = write;
  RunOptions options;
  options.jobs = jobs;
  return format_files(request, options, sources);
}

std::string seen(const FormatResult& result, const Tree& tree) {
  std::string all;
  for (const FormatFile& file : result.files) all += tree.without_root(file.path) + "\n";
  return all;
}

}  // namespace

TEST_CASE("format files: catalog.yaml of the folders named, and no other") {
  const Tree tree;
  tree.add("catalog.yaml", "name:  x\nformat: 1\nstandards: [std]\n");
  tree.add("a/catalog.yaml", "name:  x\nformat: 1\n");
  tree.add("a/m.yaml", "name:  x\n");
  tree.add("a/.hidden.yaml", "name:  x\n");
  tree.add("std/catalog.yaml", "name:  x\nformat: 1\n");
  CHECK(seen(format(tree, {"a"}, false), tree) == "a/catalog.yaml\na/m.yaml\n");
  CHECK(seen(format(tree, {"a/m.yaml"}, false), tree) == "a/m.yaml\n");
  CHECK(seen(format(tree, {"a/catalog.yaml"}, false), tree) == "a/catalog.yaml\n");
  CHECK(seen(format(tree, {"catalog.yaml", ".", "a"}, false), tree) ==
        "./a/catalog.yaml\n./a/m.yaml\n./std/catalog.yaml\ncatalog.yaml\n");
}

TEST_CASE("format files: all that can be formatted are written, the others stay and are named") {
  const Tree tree;
  const std::string good = tree.add("c/a.yaml", "type: 许可\nname: x\n");
  const std::string bad = tree.add("c/b.yaml", "name: &a x\n");
  const std::string same = tree.add("c/c.yaml", "name: x\n");
  std::filesystem::permissions(good, std::filesystem::perms(0640));
  const FormatResult result = format(tree, {"c"}, true);
  CHECK(result.changed == 1);
  CHECK(result.canonical == 1);
  CHECK(result.refused == 1);
  CHECK(result.written);
  CHECK(test::file_text(good) == "name: x\ntype: 行政许可\n");
  CHECK(test::file_text(bad) == "name: &a x\n");
  CHECK(std::filesystem::status(good).permissions() == std::filesystem::perms(0640));
  CHECK(format_summary(result, Lang::en) == "formatted 1 file, 1 canonical already, 1 left alone");
  CHECK(format_summary(result, Lang::zh) == "整理了 1 个文件，已合规范的 1 个，不能整理的 1 个");
}

TEST_CASE("format files: the result does not depend on the number of workers") {
  const Tree tree;
  for (int i = 0; i < 150; ++i)
    tree.add("c/" + std::to_string(i) + ".yaml", i % 3 == 0 ? "name: x\n" : i % 3 == 1 ? "name:  x\n" : "fees:无\n");
  const FormatResult one = format(tree, {"c"}, false, 1);
  const FormatResult four = format(tree, {"c"}, false, 4);
  CHECK(one.changed == 50);
  CHECK(one.refused == 50);
  CHECK(one.canonical == 50);
  CHECK(seen(one, tree) == seen(four, tree));
  CHECK(four.canonical == 50);
}

TEST_CASE("format files: a newer catalog's files are not touched, and that is said") {
  const Tree tree;
  tree.add("c/catalog.yaml", "format: 99\n");
  tree.add("c/a.yaml", "name:  x\n");
  const FormatResult result = format(tree, {"c"}, true);
  CHECK(result.seen() == 0);
  REQUIRE(result.not_looked_at.size() == 1);
  CHECK(result.not_looked_at[0].count == 1);
}

TEST_CASE("format files: a path that is not there is an error of the environment") {
  const Tree tree;
  CHECK_THROWS_AS(format(tree, {"nowhere"}, true), std::system_error);
}

TEST_CASE("format files: a file that somebody changes meanwhile is left alone, and all others with it") {
  const Tree tree;
  tree.add("a.yaml", "name:  x\n");
  tree.add("b.yaml", "name:  x\n");
  Sources sources;
  FormatRequest request;
  request.paths = {tree.path()};
  request.write = true;
  RunOptions options;
  options.jobs = 1;
  options.progress = [&](std::size_t, std::size_t) { tree.add("b.yaml", "name:  y\n"); };
  CHECK_THROWS_AS(static_cast<void>(format_files(request, options, sources)), std::system_error);
  CHECK(test::file_text(tree.path("a.yaml")) == "name:  x\n");
  CHECK(test::file_text(tree.path("b.yaml")) == "name:  y\n");
}

}  // namespace matter
