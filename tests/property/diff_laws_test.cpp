#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "change/compare.h"
#include "support/content_tools.h"
#include "support/matter_generator.h"
#include "support/read_text.h"

namespace matter {

namespace {

using namespace test;

constexpr std::uint64_t rounds = 400;

std::unique_ptr<ReadText> reread(const std::string& yaml) {
  auto read = read_text(yaml);
  for (const Diagnostic& found : read->findings.found()) {
    if (found.severity == Severity::error) FAIL(found.message << "\n" << yaml);
  }
  REQUIRE(read->file.matters.size() == 1);
  return read;
}

bool licence(const Matter& m) { return family_of(m) == Family::licence; }

/// What a change says, without labels (they are the old side's): kind, fields, values, places.
std::string said(const Change& change, bool swapped) {
  const ChangeSide& before = swapped ? change.after : change.before;
  const ChangeSide& after = swapped ? change.before : change.after;
  ChangeKind kind = change.kind;
  if (swapped && kind == ChangeKind::added)
    kind = ChangeKind::removed;
  else if (swapped && kind == ChangeKind::removed)
    kind = ChangeKind::added;
  std::string text(name(kind));
  for (const PathStep& step : change.path) text.append(" ").append(step.field ? step.field->key : step.key);
  for (const ChangeSide* side : {&before, &after}) {
    text.append(" ").append(std::to_string(side->at.span.begin)).append("-").append(std::to_string(side->at.span.end));
    if (change.kind != ChangeKind::reordered) text.append(meaning_of(side->value, false)).append(side->value.text);
  }
  return text;
}

std::vector<std::string> said(const std::vector<Change>& changes, bool swapped) {
  std::vector<std::string> all;
  for (const Change& change : changes) all.push_back(said(change, swapped));
  std::sort(all.begin(), all.end());
  return all;
}

MatterKind kind_for(std::uint64_t seed) {
  MatterKind kind;
  kind.unknown_fields = seed % 3 == 0;
  kind.present = seed % 5 == 0 ? 90 : 40;
  return kind;
}

}  // namespace

TEST_CASE("diff: a matter does not differ from itself, however it is written") {
  for (std::uint64_t seed = 1; seed <= rounds; ++seed) {
    Random random(seed);
    const Content matter = random_matter(random, kind_for(seed));
    const std::string plainly = write_yaml_plainly(matter);
    const std::string freely = write_yaml(matter, random);
    const auto a = reread(plainly);
    const auto b = reread(freely);
    const auto changes = compare(a->matter(), b->matter());
    for (const Change& change : changes) {
      FAIL_CHECK("seed " << seed << ": " << name(change.kind) << " " << english(change.path) << ": "
                         << change.before.value.text << " -> " << change.after.value.text << "\n"
                         << plainly << "----\n"
                         << freely);
    }
    CHECK(compare(b->matter(), b->matter()).empty());
  }
}

TEST_CASE("diff: what was generated is what is read") {
  for (std::uint64_t seed = 1; seed <= rounds; ++seed) {
    Random random(seed);
    MatterKind kind = kind_for(seed);
    kind.unknown_fields = false;
    const Content matter = random_matter(random, kind);
    const auto read = reread(write_yaml(matter, random));
    const bool is_licence = licence(read->matter());
    CHECK(meaning_of(content_of_record(*table_of<Matter>(), &read->matter()), is_licence) ==
          meaning_of(matter, is_licence));
  }
}

TEST_CASE("diff: the new values put into the old matter give the new one") {
  std::map<std::string, int> kinds;
  for (std::uint64_t seed = 1; seed <= rounds; ++seed) {
    Random random(seed);
    const Content before = random_matter(random, kind_for(seed));
    const Content after = edited(before, random, 1 + random.below(12), kind_for(seed));
    const auto a = reread(write_yaml(before, random));
    const auto b = reread(write_yaml(after, random));
    const auto changes = compare(a->matter(), b->matter());
    for (const Change& change : changes) ++kinds[std::string(name(change.kind))];
    const bool both = licence(a->matter()) && licence(b->matter());
    INFO("seed " << seed);
    CHECK(meaning_of(applied(labelled_content(a->matter()), changes), both) ==
          meaning_of(labelled_content(b->matter()), both));
  }
  CHECK(kinds["added"] > 100);
  CHECK(kinds["removed"] > 100);
  CHECK(kinds["changed"] > 100);
  CHECK(kinds["reordered"] > 10);
}

TEST_CASE("diff: backwards it tells the same changes with old and new swapped") {
  for (std::uint64_t seed = 1; seed <= rounds; ++seed) {
    Random random(seed);
    const Content before = random_matter(random, kind_for(seed));
    const Content after = edited(before, random, 1 + random.below(12), kind_for(seed));
    const auto a = reread(write_yaml(before, random));
    const auto b = reread(write_yaml(after, random));
    INFO("seed " << seed);
    CHECK(said(compare(a->matter(), b->matter()), false) == said(compare(b->matter(), a->matter()), true));
  }
}

TEST_CASE("diff: two unrelated matters are told apart completely") {
  for (std::uint64_t seed = 1; seed <= rounds; ++seed) {
    Random random(seed);
    const auto a = reread(write_yaml(random_matter(random, kind_for(seed)), random));
    const auto b = reread(write_yaml(random_matter(random, kind_for(seed + 1)), random));
    const auto changes = compare(a->matter(), b->matter());
    const bool both = licence(a->matter()) && licence(b->matter());
    INFO("seed " << seed);
    CHECK(meaning_of(applied(labelled_content(a->matter()), changes), both) ==
          meaning_of(labelled_content(b->matter()), both));
  }
}

}  // namespace matter
