#include <doctest/doctest.h>

#include <algorithm>

#include "support/exchange.h"
#include "support/shared.h"
#include "support/shell.h"

using namespace matter;
using namespace matter::test;

namespace {

namespace fs = std::filesystem;

/// A copy of the samples that a test may change.
class Copy {
 public:
  explicit Copy(const std::string& samples) {
    fs::copy(in_repository("catalogs/" + samples), catalog(), fs::copy_options::recursive);
  }
  [[nodiscard]] fs::path catalog() const { return folder_.path() / "catalog"; }
  [[nodiscard]] fs::path path(const std::string& below) const { return folder_.path() / below; }

 private:
  TemporaryFolder folder_;
};

void check_clean(const ImportPlan& plan) {
  for (const Diagnostic& d : plan.findings) {
    if (d.severity != Severity::info) FAIL_CHECK(d.message);
  }
  CHECK(plan.written);
}

/// Replaces the first `from` in a file behind the first `behind`.
void replace_in(const fs::path& file, const std::string& behind, const std::string& from, const std::string& to) {
  std::string text = file_text(file);
  const std::size_t at = text.find(from, text.find(behind));
  REQUIRE_MESSAGE(at != std::string::npos, file.string(), " lacks ", from);
  text.replace(at, from.size(), to);
  write_file(file, text);
}

/// The one file that is another one now.
std::string changed_file(const Texts& before, const Texts& after) {
  REQUIRE(before.size() == after.size());
  std::string changed;
  for (const auto& file : before) {
    REQUIRE(after.contains(file.first));
    if (after.at(file.first) == file.second) continue;
    CHECK_MESSAGE(changed.empty(), file.first, " is changed as well");
    changed = file.first;
  }
  return changed;
}

std::vector<BothWays> all_of_both_ways() {
  std::vector<BothWays> all = platforms_of_both_ways();
  for (BothWays& one : families_of_both_ways()) all.push_back(std::move(one));
  return all;
}

/// Whether one place that says the new value and said the old one is all that is another one.
bool is_one_value(const std::string& before, const std::string& after, const PlannedChange& change) {
  for (std::size_t at = after.find(change.after); at != std::string::npos; at = after.find(change.after, at + 1)) {
    std::string back = after;
    if (back.replace(at, change.after.size(), change.before) == before) return true;
  }
  return false;
}

/// The file of an export, in the order of their names the first one, that holds a text.
fs::path file_with(const fs::path& folder, const BothWays& one, const std::string& text) {
  if (one.medium == "json" && !one.documents) return importable(folder, one);
  for (const auto& [name, content] : texts_in(folder)) {
    const bool data = one.documents ? name.find('-') != std::string::npos : name.ends_with(".sample." + one.medium);
    if (data && content.find(text) != std::string::npos) return folder / name;
  }
  FAIL("no file says ", text);
  return {};
}

}  // namespace

TEST_CASE("import into: an unchanged export changes no byte, of every platform that goes both ways") {
  const std::vector<BothWays> platforms = all_of_both_ways();
  CHECK(platforms.size() >= 7);
  for (const BothWays& one : platforms) {
    CAPTURE(one.platform);
    CAPTURE(one.medium);
    for (const std::string samples : {"five-levels", "internal"}) {
      const Copy copy(samples);
      const ExportResult out = export_to(copy.catalog(), one.platform, copy.path("out"), one.medium);
      REQUIRE(out.written);
      const Texts before = texts_in(copy.catalog());
      const ImportPlan plan = import_into_catalog(importable(copy.path("out"), one), one.platform, copy.catalog());
      if (out.exported == 0) continue;
      check_clean(plan);
      // What no table takes is told among the losses, and not counted as exported.
      const std::string losses = file_text(copy.path("out/losses.json"));
      const std::string_view line = R"("field":"type","why":"no-table")";
      std::size_t no_table = 0;
      for (std::size_t at = losses.find(line); at != std::string::npos; at = losses.find(line, at + 1)) ++no_table;
      CHECK(no_table == out.without_table);
      CHECK(plan.same == out.exported);
      CHECK(plan.matters.empty());
      CHECK(texts_in(copy.catalog()) == before);
    }
  }
}

TEST_CASE("import into: one value of an export that is another one is that value of one file, of every platform") {
  for (const BothWays& one : all_of_both_ways()) {
    CAPTURE(one.platform);
    CAPTURE(one.medium);
    const Copy copy("five-levels");
    REQUIRE(export_to(copy.catalog(), one.platform, copy.path("out"), one.medium).written);
    if (one.medium == "xlsx") continue;    // changed as a workbook in workbook_import_test
    if (one.medium == "sqlite") continue;  // changed as a database in families_test
    // A number of a telephone; entries of a directory have none, but papers that are issued by somebody.
    const std::string was = one.standard ? "政府部门核发" : "0592-";
    const std::string now = one.standard ? "中介机构出具" : "0599-";
    replace_in(file_with(copy.path("out"), one, was), was, was, now);
    const Texts before = texts_in(copy.catalog());
    const ImportPlan plan = import_into_catalog(importable(copy.path("out"), one), one.platform, copy.catalog());
    check_clean(plan);
    REQUIRE(plan.values() == 1);
    const PlannedMatter& matter = plan.matters.at(0);
    CHECK(matter.changes.at(0).kind == PlannedChange::Kind::changed);
    CHECK(matter.changes.at(0).after.starts_with(now));
    const Texts after = texts_in(copy.catalog());
    const std::string changed = changed_file(before, after);
    REQUIRE(!changed.empty());
    CHECK(matter.file == (copy.catalog() / changed).string());
    // That value, and nothing else of the file: put back, all is as it was.
    CHECK(is_one_value(before.at(changed), after.at(changed), matter.changes.at(0)));
    // What came is what is there now.
    const ImportPlan again = import_into_catalog(importable(copy.path("out"), one), one.platform, copy.catalog());
    CHECK(again.values() == 0);
  }
}
