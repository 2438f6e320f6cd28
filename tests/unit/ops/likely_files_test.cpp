#include "ops/likely_files.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "ops/load.h"
#include "ops/show.h"
#include "support/tree.h"

using namespace matter;
using matter::test::Tree;

namespace {

/// The files whose matters are meant, found by reading everything.
std::set<std::string> meant(const std::string& asked, const std::vector<std::string>& paths,
                            const RunOptions& options) {
  std::set<std::string> files;
  Sources sources;
  Collector unheard(Lang::en);
  for_each_matter(paths, options, sources, unheard, [&](const MatterView& view, const LoadedFile& file) {
    if (means(asked, view.matter, view.identity, view.standard) != Meant::no) files.emplace(sources.name(file.source));
  });
  return files;
}

std::set<std::string> likely(const std::string& asked, const std::vector<std::string>& paths,
                             const RunOptions& options) {
  Sources sources;
  Collector unheard(Lang::en);
  std::set<std::string> files;
  for (const CatalogFile& file : likely_files(asked, paths, options, sources, unheard).discovery.files)
    files.emplace(sources.name(file.source));
  return files;
}

}  // namespace

TEST_CASE("likely files: no code and no name of the samples is passed over, and few files are read") {
  const std::vector<std::string> paths = {std::string(MATTER_ROOT) + "/catalogs/five-levels"};
  RunOptions options;
  std::set<std::string> asked;
  Sources sources;
  Collector unheard(Lang::en);
  std::size_t files = 0;
  files = for_each_matter(paths, options, sources, unheard, [&](const MatterView& view, const LoadedFile&) {
            const Matter& m = view.matter;
            asked.emplace(view.identity);
            asked.emplace(implementing_code(m));
            asked.emplace(basic_code(m));
            asked.emplace(standard_code(m));
            asked.emplace(display_name(m));
            if (m.name.given()) asked.emplace(m.name.text);
          }).files;
  std::size_t read = 0;
  for (const std::string& one : asked) {
    CAPTURE(one);
    const std::set<std::string> wanted = meant(one, paths, options);
    const std::set<std::string> found = likely(one, paths, options);
    CHECK(std::includes(found.begin(), found.end(), wanted.begin(), wanted.end()));
    read += found.size();
  }
  CHECK(read * 10 < files * asked.size());
}

TEST_CASE("likely files: names in other widths, with spaces, with escapes, inherited, and with an own handling item") {
  const Tree tree;
  tree.add("standard/catalog.yaml", "format: 1\nname: 标准\nrole: 标准化目录\n");
  tree.add("standard/1.yaml", "name: 甲乙许可（示例）\nhandling: 首次申请\ndirectory_code: \"00019900100001\"\n");
  tree.add("city/catalog.yaml", "format: 1\nname: 市\nlevel: 市级\nstandards: [../standard]\n");
  tree.add("city/a.yaml", "standard: \"00019900100001@1\"\n");
  tree.add("city/b.yaml", "standard: \"00019900100001@1\"\nhandling: 变更\n");
  tree.add("city/c.yaml", "name: 甲乙 许可(示例)\n");
  tree.add("city/d.yaml", "name: \"\\u7532乙许可（示例）\"\n");
  tree.add("city/e.yaml", "name: 丙丁备案\n");
  tree.add("city/f.yaml", "name: ＡＢＣ备案\ncode: 示例-001\n");
  RunOptions options;
  const std::vector<std::string> paths = {tree.path("city")};
  const auto found = [&](const std::string& asked) {
    Sources sources;
    std::string names;
    for (const ShownMatter& one : show(asked, paths, {.all = true}, options, sources).found)
      names += tree.without_root(sources.name(one.at.source)) + ' ';
    return names;
  };
  CHECK(found("甲乙许可（示例）") == "city/a.yaml city/b.yaml city/c.yaml city/d.yaml ");
  CHECK(found("甲乙许可(示例)（变更）") == "city/b.yaml ");
  CHECK(found("甲乙许可（示例）（首次申请）") == "city/a.yaml ");
  CHECK(found("00019900100001").empty());  // the code of an entry means the entry alone
  CHECK(found("abc备案") == "city/f.yaml ");
  CHECK(found("示例-001") == "city/f.yaml ");
  CHECK(found(tree.path("city/e.yaml") + "#1") == "city/e.yaml ");
}
