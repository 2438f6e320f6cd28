#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#include "change/compare.h"
#include "change/merge.h"
#include "change/merge/intended.h"
#include "change/merge/version.h"
#include "support/matter_generator.h"
#include "support/text_edits.h"

// The guard of merges works out what is called for without going through what stands there as a side wrote it. What it
// lets through is held against here: another text in place of the merged one. MATTER_MERGES and MATTER_SEED as in
// merge_laws_test.

using namespace matter;
using namespace matter::test;

namespace {

std::size_t number(const char* variable, std::size_t otherwise) {
  const char* const text = std::getenv(variable);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

struct Sides {
  merge::Version base, ours, theirs;
};

bool guard(const Sides& sides, const std::string& text) {
  merge::Version made;
  made.read(text);
  MergeOptions options;
  options.groups.clear();
  return merge::as_intended(sides.base, sides.ours, sides.theirs, made, {}, options);
}

bool other_matter(const std::string& a, const std::string& b) {
  merge::Version left;
  merge::Version right;
  left.read(a);
  right.read(b);
  if (!right.readable || left.matters().size() != right.matters().size()) return true;
  for (std::size_t i = 0; i < left.matters().size(); ++i) {
    if (!compare(left.matters()[i], right.matters()[i]).empty()) return true;
  }
  return false;
}

std::size_t empties(const std::string& text) {
  std::size_t count = 0;
  for (const char* const empty : {"{}", "[]"}) {
    for (std::size_t at = text.find(empty); at != std::string::npos; at = text.find(empty, at + 2)) ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("merge guard: a text that says anything else than what both sides call for is refused") {
  const std::size_t count = number("MATTER_MERGES", 300);
  std::size_t others = 0;
  for (std::size_t i = 0; i < count; ++i) {
    Random random(number("MATTER_SEED", 1) * 2'000'003 + i);
    WritingStyle style;
    style.chinese_keys = random.chance(30);
    const std::string base = write_yaml(random_matter(random), random, style);
    const std::string ours = edit_text(base, random, random.below(5));
    const std::string theirs = edit_text(base, random, random.below(5));
    MergeOptions options;
    options.groups.clear();
    const Merged merged = merge_texts(base, ours, theirs, options);
    if (!merged.clean()) continue;
    Sides sides;
    sides.base.read(base);
    sides.ours.read(ours);
    sides.theirs.read(theirs);
    INFO("seed ", i, "\nbase:\n", base, "\nours:\n", ours, "\ntheirs:\n", theirs, "\nmerged:\n", merged.text);
    CHECK(guard(sides, merged.text));
    const std::string wrong = edit_text(merged.text, random, 1);
    // To the guard an empty collection is as a missing one.
    if (empties(wrong) != empties(merged.text) || !other_matter(merged.text, wrong)) continue;
    ++others;
    INFO("wrong:\n", wrong);
    CHECK_FALSE(guard(sides, wrong));
  }
  CHECK(others > count / 10);
}
