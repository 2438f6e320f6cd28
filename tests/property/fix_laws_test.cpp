#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "edit/span_guard.h"
#include "model/canonical.h"
#include "ops/fix.h"
#include "support/matter_generator.h"
#include "support/shared.h"
#include "support/tree.h"
#include "text/lines.h"

using namespace matter;
using namespace matter::test;

namespace {

/// What people type in place of what YAML and codes need.
constexpr std::pair<std::string_view, std::string_view> slips[] = {
    {": ", "："},
    {": ", "： "},
    {": ", ":"},
    {": ", ":\xC2\xA0"},
    {": ", ":\xE3\x80\x80"},
    {"- ", "-\xC2\xA0"},
    {"- ", "-"},
    {", ", "，"},
    {"行政许可", "行政 许可"},
    {"name", "nmae"},
    {"承诺件", "承诺办件"},
    {"\"1", "\"１"},
    {": \"", ": \"\\u0007"},
    {"limits", "limit"},
    {"材料", "材科"},
    {"级", " 级"},
};

std::vector<std::string> lines_with_breaks(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    lines.push_back(text.substr(at, end - at));
    at = end;
  }
  return lines;
}

struct Defective {
  std::string text;
  std::vector<std::string> whole;  ///< lines that nothing was done to, in order
};

Defective defective(std::string pristine, Random& random) {
  std::vector<std::string> lines = lines_with_breaks(pristine);
  std::vector<bool> hurt(lines.size(), false);
  const std::size_t slips_to_make = 1 + random.below(5);
  for (std::size_t n = 0; n < slips_to_make; ++n) {
    const std::size_t at = random.below(lines.size());
    const auto& [from, to] = random.pick(slips);
    const std::size_t place = lines[at].find(from);
    if (place == std::string::npos) continue;
    lines[at].replace(place, from.size(), to);
    hurt[at] = true;
  }
  Defective result;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    result.text += lines[i];
    if (!hurt[i]) result.whole.push_back(lines[i]);
  }
  return result;
}

/// The bytes of a line and column, found apart from what the program uses to make them.
std::size_t offset_of(const std::string& text, const Position& position) {
  std::size_t at = 0;
  for (std::uint32_t line = 1; line < position.line; ++line) {
    const std::size_t end = text.find_first_of("\r\n", at);
    at = end + (text.compare(end, 2, "\r\n") == 0 ? 2 : 1);
  }
  for (std::uint32_t column = 1; column < position.column; ++column) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  }
  return at;
}

/// Carries out what the result says was done, round by round.
std::string replayed(std::string text, const FixResult& result) {
  for (unsigned round = 1; round <= 100; ++round) {
    struct Place {
      std::size_t begin, end;
      std::string text;
    };
    std::vector<Place> places;
    for (const AppliedFix& one : result.applied) {
      if (one.round != round) continue;
      for (const AppliedEdit& edit : one.edits)
        places.push_back({offset_of(text, edit.begin), offset_of(text, edit.end), edit.text});
    }
    std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.begin > b.begin; });
    for (const Place& place : places) text.replace(place.begin, place.end - place.begin, place.text);
  }
  return text;
}

/// Every line of `part` stands in `whole`, in order.
bool holds_lines(const std::string& whole, const std::vector<std::string>& part) {
  const std::vector<std::string> lines = lines_with_breaks(whole);
  auto at = lines.begin();
  for (const std::string& line : part) {
    at = std::find(at, lines.end(), line);
    if (at == lines.end()) return false;
    ++at;
  }
  return true;
}

}  // namespace

TEST_CASE("fix laws: a fix changes its span only, what was whole stays whole, and nothing is left to fix") {
  std::size_t fixes = 0;
  std::set<std::string> rules;
  for (std::uint64_t seed = 0; seed < 1500; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    MatterKind kind;
    kind.extra = false;
    const bool unsafe = random.one_in(2);
    const Defective made = defective(write_yaml(random_matter(random, kind), random), random);
    const Tree tree;
    const std::string path = tree.add("a.yaml", made.text);
    RunOptions options;
    options.jobs = 1;
    const FixResult result = fix({path}, {unsafe, true}, options);
    for (const AppliedFix& one : result.applied) rules.insert(std::string(one.rule));
    fixes += result.applied.size();
    const std::string after = file_text(path);
    CHECK(replayed(made.text, result) == after);
    if (!unsafe) {
      // The line of a damage may be one that a fix repairs; all others are as they were.
      std::set<std::uint32_t> touched;
      for (const AppliedFix& one : result.applied) {
        for (const AppliedEdit& edit : one.edits) {
          for (std::uint32_t line = edit.begin.line; line <= edit.end.line; ++line) touched.insert(line);
        }
      }
      std::vector<std::string> rest;
      const std::vector<std::string> before = lines_with_breaks(made.text);
      for (std::uint32_t i = 0; i < before.size(); ++i) {
        if (touched.count(i + 1) == 0) rest.push_back(before[i]);
      }
      CHECK(holds_lines(after, rest));
    }
    CHECK(result.left.fixable == 0);
    if (unsafe) CHECK(result.left.unsafe_fixable == 0);
    for (const NotFixed& row : result.not_fixed) FAIL_CHECK(row.reason << "\n" << after);
    const FixResult again = fix({path}, {unsafe, true}, options);
    CHECK(again.applied.empty());
    CHECK(file_text(path) == after);
  }
  CHECK(fixes > 300);
  CHECK(rules.size() >= 5);
}
