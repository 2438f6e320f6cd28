#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "ops/merge_check.h"
#include "support/matter_generator.h"
#include "support/shared.h"
#include "support/text_edits.h"

using namespace matter;
using namespace matter::test;

namespace {

std::vector<std::string> samples() {
  std::vector<std::string> texts;
  for (const auto& file : std::filesystem::recursive_directory_iterator(in_repository("catalogs/five-levels"))) {
    if (file.path().extension() == ".yaml" && file.path().filename() != "catalog.yaml")
      texts.push_back(file_text(file.path()));
  }
  std::sort(texts.begin(), texts.end());
  return texts;
}

MergeOptions cells() {
  MergeOptions how;
  how.groups.clear();
  how.lang = Lang::en;
  return how;
}

std::string told(const CheckResult& result) {
  std::string all;
  for (const CheckFinding& finding : result.findings)
    all.append(name(finding.fault)).append(" ").append(english(finding.path)).append(finding.text).append("\n");
  return all;
}

}  // namespace

TEST_CASE("merge check: what the merge itself makes is in order, however its conflicts are decided") {
  const auto files = samples();
  const char* const asked = std::getenv("MATTER_MERGES");
  const std::size_t count = asked == nullptr ? 300 : std::strtoull(asked, nullptr, 10);
  std::size_t in_conflict = 0;
  for (std::size_t i = 0; i < count; ++i) {
    Random random(i * 7919 + 11);
    WritingStyle style;
    style.chinese_keys = random.chance(30);
    const std::string base =
        random.chance(50) ? files[random.below(files.size())] : write_yaml(random_matter(random), random, style);
    const std::array<std::string, merge_sides> texts{base, edit_text(base, random, 1 + random.below(6)),
                                                     edit_text(base, random, 1 + random.below(6))};
    MergeOptions how = cells();
    const Merged open = merge_texts(texts[0], texts[1], texts[2], how);
    REQUIRE(open.refusal == MergeRefusal::none);
    std::string text = open.text;
    if (!open.conflicts.empty()) {
      ++in_conflict;
      MergeOptions chosen = how;
      for (const MergeConflict& conflict : open.conflicts) {
        const MergeSide side = random.chance(50) ? MergeSide::ours : MergeSide::theirs;
        chosen.choices.push_back({conflict.matter, english(conflict.path), side});
      }
      const Merged decided = merge_texts(texts[0], texts[1], texts[2], chosen);
      REQUIRE(decided.refusal == MergeRefusal::none);
      REQUIRE(decided.conflicts.empty());
      text = decided.text;
    }
    const CheckResult result = check_merge(text, texts, how);
    INFO("seed ", i, "\n", told(result));
    if (!result.findings.empty())
      MESSAGE("base:\n", base, "\nours:\n", texts[1], "\ntheirs:\n", texts[2], "\n=>\n", text);
    CHECK(result.findings.empty());
    CHECK(result.decisions.size() == open.conflicts.size());
  }
  CHECK(in_conflict * 50 > count);
}

TEST_CASE("merge check: one side's file in place of the merge is found out, unless the other changed only its looks") {
  const auto files = samples();
  std::size_t found = 0;
  std::size_t due = 0;
  for (std::size_t i = 0; i < 100; ++i) {
    Random random(i * 104'729 + 3);
    const std::string& base = files[random.below(files.size())];
    const std::array<std::string, merge_sides> texts{base, edit_text(base, random, 2), edit_text(base, random, 2)};
    const Merged merged = merge_texts(texts[0], texts[1], texts[2], cells());
    if (!merged.clean()) continue;
    // The base in place of the merge: everything that either side said is gone.
    const Merged undone = merge_texts(base, merged.text, base, cells());
    if (undone.text == base) continue;
    ++due;
    if (!check_merge(base, texts, cells()).findings.empty()) ++found;
  }
  CHECK(due > 20);
  CHECK(found * 10 > due * 7);
}
