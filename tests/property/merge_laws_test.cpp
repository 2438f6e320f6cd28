#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "change/compare.h"
#include "change/merge.h"
#include "change/merge/version.h"
#include "diag/collector.h"
#include "doc/yaml.h"
#include "edit/layout.h"
#include "style/format.h"
#include "support/matter_generator.h"
#include "support/restyle.h"
#include "support/shared.h"
#include "support/text_edits.h"

// MATTER_MERGES sets how many merges the laws are held against (a slice by default), MATTER_SEED the first seed.

using namespace matter;
using namespace matter::test;

namespace {

std::size_t number(const char* variable, std::size_t otherwise) {
  const char* const text = std::getenv(variable);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

MergeOptions cells() {
  MergeOptions options;
  options.lang = Lang::en;
  options.groups.clear();
  return options;
}

std::vector<std::string> samples() {
  std::vector<std::string> texts;
  for (const auto& file : std::filesystem::recursive_directory_iterator(in_repository("catalogs/five-levels"))) {
    if (file.path().extension() == ".yaml" && file.path().filename() != "catalog.yaml")
      texts.push_back(file_text(file.path()));
  }
  std::sort(texts.begin(), texts.end());
  return texts;
}

/// A sample or a made-up matter.
std::string base_text(Random& random, const std::vector<std::string>& files) {
  if (random.chance(50)) return files[random.below(files.size())];
  WritingStyle style;
  style.chinese_keys = random.chance(30);
  return write_yaml(random_matter(random), random, style);
}

struct Read {
  explicit Read(const std::string& text) {
    Collector findings(Lang::en);
    good = read_yaml(text, 0, doc, findings) == YamlOutcome::read && !doc.damaged;
  }
  Document doc;
  bool good = false;
};

std::multiset<std::string> comments(const std::string& text) {
  const Read read(text);
  std::multiset<std::string> found;
  for (const Comment& comment : read.doc.comments) found.emplace(slice(text, comment.span));
  return found;
}

/// Whether the models of two texts are the same, matter by matter.
bool says_the_same_matters(const std::string& a, const std::string& b) {
  merge::Version left;
  merge::Version right;
  left.read(a);
  right.read(b);
  if (!left.readable || !right.readable || left.matters().size() != right.matters().size()) return false;
  for (std::size_t i = 0; i < left.matters().size(); ++i) {
    if (!compare(left.matters()[i], right.matters()[i]).empty()) return false;
  }
  return true;
}

/// The text before and behind the entry with a key; the whole text where there is none.
std::pair<std::string, std::string> around(const std::string& text, const std::string& key) {
  const Read read(text);
  REQUIRE(read.good);
  Layout layout;
  lay_out_root(read.doc, 0, layout);
  for (const Part& part : layout.parts) {
    if (part.key == no_node || read.doc.node(part.key).text() != key) continue;
    return {text.substr(0, part.body().begin), text.substr(part.body().end)};
  }
  return {text, {}};
}

struct Sides {
  std::string base, ours, theirs;
  void show() const { MESSAGE("base:\n", base, "\nours:\n", ours, "\ntheirs:\n", theirs); }
};

/// Two unlike markers, one content: what a conflict keeps of both sides.
bool keeps_comments(const Sides& sides, const std::string& merged) {
  const auto base = comments(sides.base);
  for (const std::string* side : {&sides.ours, &sides.theirs}) {
    for (const std::string& comment : comments(*side)) {
      if (base.count(comment) == 0 && merged.find(comment) == std::string::npos) {
        MESSAGE("lost: ", comment);
        return false;
      }
    }
  }
  return true;
}

}  // namespace

TEST_CASE("merge laws: one side unchanged gives the other, byte for byte") {
  const auto files = samples();
  const std::size_t count = number("MATTER_MERGES", 300) / 4;
  for (std::size_t i = 0; i < count; ++i) {
    Random random(number("MATTER_SEED", 1) * 1'000'003 + i);
    const std::string base = base_text(random, files);
    const std::string changed = edit_text(base, random, 1 + random.below(6));
    INFO("seed ", i);
    const Merged theirs = merge_texts(base, base, changed, cells());
    CHECK(theirs.clean());
    CHECK(theirs.text == changed);
    const Merged ours = merge_texts(base, changed, base, cells());
    CHECK(ours.clean());
    CHECK(ours.text == changed);
    const Merged same = merge_texts(base, changed, changed, cells());
    CHECK(same.clean());
    CHECK(same.text == changed);
  }
}

TEST_CASE("merge laws: what ours changed in one entry leaves theirs byte for byte outside it") {
  const auto files = samples();
  const std::size_t count = number("MATTER_MERGES", 300);
  std::size_t merged_cleanly = 0;
  for (std::size_t i = 0; i < count; ++i) {
    Random random(number("MATTER_SEED", 2) * 1'000'033 + i);
    Sides sides;
    sides.base = base_text(random, files);
    std::string entry;
    sides.ours = edit_one_entry(sides.base, random, entry);
    if (sides.ours.empty()) continue;
    sides.theirs = edit_text(sides.base, random, 1 + random.below(8));
    const Merged m = merge_texts(sides.base, sides.ours, sides.theirs, cells());
    if (m.refusal != MergeRefusal::none) sides.show();
    REQUIRE(m.refusal == MergeRefusal::none);
    if (!m.conflicts.empty()) continue;
    ++merged_cleanly;
    INFO("seed ", i, " entry ", entry);
    const auto expected = around(sides.theirs, entry);
    const auto got = around(m.text, entry);
    if (expected != got || !keeps_comments(sides, m.text)) {
      sides.show();
      MESSAGE("merged:\n", m.text);
    }
    CHECK(got.first == expected.first);
    CHECK(got.second == expected.second);
    CHECK(keeps_comments(sides, m.text));
  }
  CHECK(merged_cleanly * 2 > count);
}

TEST_CASE("merge laws: whatever both change, the result is readable or marked, and no new comment is lost") {
  const auto files = samples();
  const std::size_t count = number("MATTER_MERGES", 300);
  for (std::size_t i = 0; i < count; ++i) {
    Random random(number("MATTER_SEED", 3) * 1'000'037 + i);
    Sides sides;
    sides.base = base_text(random, files);
    sides.ours = edit_text(sides.base, random, 1 + random.below(8));
    sides.theirs = edit_text(sides.base, random, 1 + random.below(8));
    const Merged m = merge_texts(sides.base, sides.ours, sides.theirs, cells());
    const Merged turned = merge_texts(sides.base, sides.theirs, sides.ours, cells());
    if (m.refusal != MergeRefusal::none) sides.show();
    REQUIRE(m.refusal == MergeRefusal::none);
    INFO("seed ", i);
    const bool good = (!m.conflicts.empty() || Read(m.text).good) && keeps_comments(sides, m.text) &&
                      m.conflicts.size() == turned.conflicts.size();
    if (!good) {
      sides.show();
      MESSAGE("merged, ", m.conflicts.size(), " conflicts:\n", m.text, "\nturned, ", turned.conflicts.size(), ":\n",
              turned.text);
    }
    CHECK(good);
  }
}

TEST_CASE("merge laws: one side writes the file in another style, the other changes it: merged, and nothing is lost") {
  const auto files = samples();
  const std::size_t count = number("MATTER_MERGES", 300);
  std::size_t restyled = 0;
  for (std::size_t i = 0; i < count; ++i) {
    Random random(number("MATTER_SEED", 4) * 1'000'039 + i);
    Sides sides;
    sides.base = base_text(random, files);
    sides.ours = edit_text(sides.base, random, 1 + random.below(4));
    sides.theirs = restyle(sides.base, random, 2 + random.below(30), random.chance(50));
    if (sides.theirs != sides.base) ++restyled;
    INFO("seed ", i);
    for (const bool turned : {false, true}) {
      const Merged m = turned ? merge_texts(sides.base, sides.theirs, sides.ours, cells())
                              : merge_texts(sides.base, sides.ours, sides.theirs, cells());
      const bool good = m.clean() && says_the_same_matters(sides.ours, m.text) && keeps_comments(sides, m.text);
      if (!good) {
        sides.show();
        MESSAGE("merged, turned ", turned, ", ", m.conflicts.size(), " conflicts, refusal ",
                static_cast<int>(m.refusal), ":\n", m.text);
      }
      REQUIRE(good);
    }
  }
  CHECK(restyled * 10 > count * 8);
}

TEST_CASE("merge laws: a value changed by ours in what theirs put into another style stands there in that style") {
  const auto files = samples();
  const std::size_t count = number("MATTER_MERGES", 300) / 4;
  std::size_t kept = 0;
  std::size_t all = 0;
  for (std::size_t i = 0; i < count; ++i) {
    Random random(number("MATTER_SEED", 5) * 1'000'081 + i);
    const std::string base = base_text(random, files);
    std::string entry;
    const std::string ours = edit_one_entry(base, random, entry);
    const std::string theirs = restyle(base, random, 20, false);
    if (ours.empty() || theirs == base) continue;
    const Merged m = merge_texts(base, ours, theirs, cells());
    REQUIRE(m.clean());
    ++all;
    // Outside of the entry it is theirs' text byte for byte, however theirs wrote it.
    const auto expected = around(theirs, entry);
    const auto got = around(m.text, entry);
    INFO("seed ", i, " entry ", entry);
    if (expected != got) MESSAGE("base:\n", base, "\nours:\n", ours, "\ntheirs:\n", theirs, "\nmerged:\n", m.text);
    CHECK(got.first == expected.first);
    CHECK(got.second == expected.second);
    kept += expected == got ? 1U : 0U;
  }
  CHECK(kept == all);
}

TEST_CASE(
    "merge laws: one side brings the file into canonical form, the other changes it: merged, and nothing is lost") {
  const auto files = samples();
  const std::size_t count = number("MATTER_MERGES", 300) / 4;
  std::size_t formatted = 0;
  std::size_t conflicts = 0;
  Formatter formatter;
  for (std::size_t i = 0; i < count; ++i) {
    Random random(number("MATTER_SEED", 6) * 1'000'099 + i);
    Sides sides;
    sides.base = base_text(random, files);
    sides.ours = edit_text(sides.base, random, 1 + random.below(4));
    const Read read(sides.base);
    REQUIRE(read.good);
    const Formatted made = formatter.format(read.doc, *table_of<Matter>(), {}, Lang::en);
    if (made.state != Formatted::State::changed) continue;
    ++formatted;
    sides.theirs = made.edited.text;
    INFO("seed ", i);
    const Merged m = merge_texts(sides.base, sides.ours, sides.theirs, cells());
    // What stands at the top of a file comes to stand above another entry when keys are put in order. Where ours took
    // that one away, a person decides what becomes of the comment: the one conflict that there may be.
    const bool on_top = sides.base.starts_with("#") && m.conflicts.size() == 1 &&
                        m.conflicts[0].kind == ConflictKind::ours_removed && m.refusal == MergeRefusal::none;
    const bool good =
        ((m.clean() && says_the_same_matters(sides.ours, m.text)) || on_top) && keeps_comments(sides, m.text);
    conflicts += on_top ? 1U : 0U;
    if (!good) {
      sides.show();
      MESSAGE("merged, ", m.conflicts.size(), " conflicts, refusal ", static_cast<int>(m.refusal), ":\n", m.text);
    }
    CHECK(good);
  }
  CHECK(formatted * 4 > count);
  CHECK(conflicts * 20 < formatted + 40);
}
