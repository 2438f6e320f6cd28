#include <doctest/doctest.h>

#include <algorithm>

#include "ops/diff.h"
#include "ops/import.h"
#include "support/exchange.h"
#include "support/matter_generator.h"
#include "support/shared.h"
#include "support/shell.h"

using namespace matter;
using namespace matter::test;

namespace {

namespace fs = std::filesystem;

void drop(Content& matter, const std::vector<std::string>& keys) {
  for (const std::string& key : keys) {
    const auto at =
        std::find_if(matter.parts.begin(), matter.parts.end(), [&](const Content& p) { return p.key == key; });
    if (at != matter.parts.end()) matter.parts.erase(at);
  }
}

/// An entry of a standard catalog, of a code of its own.
void make_entry(Content& matter, std::size_t number) {
  drop(matter, {"code", "directory_code", "name"});
  for (const auto& [key, text] : {std::pair("name", "示例条目" + std::to_string(number)),
                                  std::pair("directory_code", std::to_string(10000000000000 + number))}) {
    Content part;
    part.kind = Content::Kind::text;
    part.key = key;
    part.text = text;
    matter.parts.push_back(std::move(part));
  }
}

/// Two catalogs of the same matters: as they are, in all manners of writing, and after some edits, written plainly.
struct Catalogs {
  TemporaryFolder folder;
  fs::path now, edited;

  Catalogs(std::uint64_t seed, std::size_t matters, std::size_t edits, bool standard = false) {
    now = folder.path() / "now";
    edited = folder.path() / "edited";
    for (const fs::path& one : {now, edited})
      write_file(one / "catalog.yaml", standard ? "format: 1\nrole: 标准化目录\n" : "format: 1\n");
    Random random(seed);
    MatterKind kind;
    kind.extra = false;
    for (std::size_t i = 0; i < matters; ++i) {
      kind.present = 10 + static_cast<unsigned>(random.below(60));
      Content matter = random_matter(random, kind);
      // Who it is stays; what keeps it from going anywhere does not matter here.
      drop(matter, {"standard", "sample", "bundle", "handling_code", "publicity", "withheld"});
      for (Content& part : matter.parts) {
        if (part.key == "code") part.text = "T" + std::to_string(i);
      }
      Content other = test::edited(matter, random, edits, kind);
      drop(other, {"standard", "sample", "bundle", "handling_code", "publicity", "withheld"});
      if (standard) {
        for (Content* const one : {&matter, &other}) make_entry(*one, i);
      }
      const std::string name = std::to_string(i) + ".yaml";
      write_file(now / name, write_yaml(matter, random));
      write_file(edited / name, write_yaml_plainly(other));
    }
  }
};

/// What is said of the same matters by two exports of a platform, where it is not the same. What a column that cannot
/// be read back says stands under `extra`.
std::vector<std::string> differences(const fs::path& one, const fs::path& other, const BothWays& platform) {
  const TemporaryFolder folder;
  for (const auto& [from, to] : {std::pair(one, "one"), std::pair(other, "other")}) {
    Sources sources;
    ImportOptions options;
    options.file = importable(from, platform).string();
    options.from = platform.platform;
    options.out = (folder.path() / to).string();
    REQUIRE(import_catalog(options, {}, sources).written);
  }
  Sources sources;
  std::vector<std::string> found;
  const DiffResult result =
      diff((folder.path() / "one").string(), (folder.path() / "other").string(), RunOptions{}, sources);
  for (const MatterDiff& matter : result.matters) {
    if (matter.kind != ChangeKind::changed) continue;
    for (const Change& change : matter.changes) {
      const std::string path = english(change.path);
      if (!path.starts_with("extra"))
        found.push_back(matter.matter + ": " + path + " " + std::string(name(change.kind)) + " " +
                        change.before.value.text + " -> " + change.after.value.text);
    }
  }
  CHECK(result.same + result.changed > 0);
  return found;
}

/// Whether a plan says of a difference that what came was not written.
bool is_told(const ImportPlan& plan, const std::string& difference) {
  const std::size_t path = difference.find(": ") + 2;
  const std::string code = difference.substr(0, std::min(difference.find('@'), path - 2));  // of an entry no version
  return std::any_of(plan.matters.begin(), plan.matters.end(), [&](const PlannedMatter& matter) {
    if (matter.matter.substr(0, matter.matter.find('@')) != code) return false;
    return std::any_of(matter.kept.begin(), matter.kept.end(), [&](const PlannedChange& kept) {
      return !kept.inherited && difference.compare(path, kept.field.size(), kept.field) == 0;
    });
  });
}

}  // namespace

TEST_CASE("import laws: an unchanged export changes no byte, however the files are written") {
  const Catalogs local(20261124, 60, 0);
  const Catalogs standard(20261124, 60, 0, true);
  for (const BothWays& one : platforms_of_both_ways()) {
    CAPTURE(one.platform);
    CAPTURE(one.medium);
    const Catalogs& catalogs = one.standard ? standard : local;
    const Texts before = texts_in(catalogs.now);
    const fs::path out = catalogs.folder.path() / ("out-" + one.platform + one.medium);
    const ExportResult exported = export_to(catalogs.now, one.platform, out, one.medium);
    REQUIRE(exported.written);
    if (exported.exported == 0) continue;
    const ImportPlan plan = import_into_catalog(importable(out, one), one.platform, catalogs.now);
    for (const Diagnostic& d : plan.findings) FAIL_CHECK(d.message);
    CHECK(plan.same == exported.exported);
    CHECK(plan.values() == 0);
    CHECK(texts_in(catalogs.now) == before);
  }
}

TEST_CASE("import laws: after an import the catalog exports what came, and says it all the same a second time") {
  for (const BothWays& one : platforms_of_both_ways()) {
    CAPTURE(one.platform);
    CAPTURE(one.medium);
    std::size_t imported = 0;
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
      CAPTURE(seed);
      const Catalogs catalogs(seed, 30, 6, one.standard);
      const fs::path& folder = catalogs.folder.path();
      const ExportResult wanted = export_to(catalogs.edited, one.platform, folder / "wanted", one.medium);
      REQUIRE(wanted.written);
      if (wanted.exported == 0) continue;
      ImportPlan plan = import_into_catalog(importable(folder / "wanted", one), one.platform, catalogs.now, true);
      // What the platform takes only now is another matter's story.
      std::erase_if(plan.findings, [](const Diagnostic& d) { return d.rule == "code-duplicate"; });
      for (const Diagnostic& d : plan.findings) FAIL_CHECK(d.message);
      if (!plan.written) continue;
      ++imported;
      REQUIRE(export_to(catalogs.now, one.platform, folder / "got", one.medium).written);
      for (const std::string& what : differences(folder / "wanted", folder / "got", one)) {
        if (!is_told(plan, what)) FAIL_CHECK(what);
      }
      const ImportPlan again = import_into_catalog(importable(folder / "wanted", one), one.platform, catalogs.now);
      CHECK(again.values() == 0);
    }
    CHECK(imported != 0);
  }
}
