#include "text/line_diff.h"

#include <doctest/doctest.h>

#include "support/random.h"
#include "text/edit.h"

using namespace matter;

namespace {

std::string diff_of(std::string_view before, std::string_view after) {
  return unified_diff(before, after, "a/x", "b/x");
}

/// The new lines made of the old ones and the changes.
std::string rebuilt(const std::vector<std::string_view>& before, const std::vector<std::string_view>& after) {
  std::string text;
  std::uint32_t at = 0;
  for (const LineChange& change : line_changes(before, after)) {
    for (; at < change.before; ++at) text += before[at];
    for (std::uint32_t i = 0; i < change.added; ++i) text += after[change.after + i];
    at += change.removed;
  }
  for (; at < before.size(); ++at) text += before[at];
  return text;
}

std::size_t edits_of(const std::vector<LineChange>& changes) {
  std::size_t count = 0;
  for (const LineChange& change : changes) count += change.added + change.removed;
  return count;
}

/// The length of the shortest list of changes, by the table that everybody knows.
std::size_t shortest(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = i + j;
      } else {
        cost[i][j] = a[i - 1] == b[j - 1] ? cost[i - 1][j - 1] : 1 + std::min(cost[i - 1][j], cost[i][j - 1]);
      }
    }
  }
  return cost[a.size()][b.size()];
}

}  // namespace

TEST_CASE("line diff: equal texts have none") {
  CHECK(diff_of("a\nb\n", "a\nb\n").empty());
  CHECK(diff_of("", "").empty());
}

TEST_CASE("line diff: a changed line with its surroundings") {
  CHECK(diff_of("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n") ==
        "--- a/x\n+++ b/x\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
}

TEST_CASE("line diff: changes far apart are two hunks, near ones share one") {
  CHECK(diff_of("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n", "1\nx\n3\n4\n5\n6\n7\n8\n9\ny\n") ==
        "--- a/x\n+++ b/x\n@@ -1,5 +1,5 @@\n 1\n-2\n+x\n 3\n 4\n 5\n@@ -7,4 +7,4 @@\n 7\n 8\n 9\n-10\n+y\n");
  CHECK(diff_of("1\n2\n3\n4\n", "x\n2\n3\ny\n") == "--- a/x\n+++ b/x\n@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n-4\n+y\n");
}

TEST_CASE("line diff: an empty side and a missing final newline") {
  CHECK(diff_of("", "a\n") == "--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n+a\n");
  CHECK(diff_of("a\n", "") == "--- a/x\n+++ b/x\n@@ -1 +0,0 @@\n-a\n");
  CHECK(diff_of("a", "a\n") == "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");
  CHECK(
      diff_of("a\r\nb", "a\r\nc") ==
      "--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\r\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n");
}

TEST_CASE("line diff: random texts come out right, by the shortest way") {
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    test::Random random(seed);
    std::string a, b;
    for (std::size_t i = random.below(30); i > 0; --i) a.append(1, static_cast<char>('a' + random.below(4))) += '\n';
    for (std::size_t i = random.below(30); i > 0; --i) b.append(1, static_cast<char>('a' + random.below(4))) += '\n';
    const auto before = lines_of(a);
    const auto after = lines_of(b);
    CHECK(rebuilt(before, after) == b);
    CHECK(edits_of(line_changes(before, after)) == shortest(before, after));
  }
}

TEST_CASE("line diff: texts that have nothing in common are one change, however long") {
  std::string a, b;
  for (int i = 0; i < 20000; ++i) {
    a.append("a").append(std::to_string(i)) += '\n';
    b.append("b").append(std::to_string(i)) += '\n';
  }
  const auto changes = line_changes(lines_of(a), lines_of(b));
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].removed == 20000);
  CHECK(changes[0].added == 20000);
}

TEST_CASE("text edits: replaced, inserted and removed at their places") {
  CHECK(edited_text("0123456789", {{{0, {0, 0}}, "<"}, {{0, {2, 4}}, "x"}, {{0, {6, 7}}, ""}, {{0, {10, 10}}, ">"}}) ==
        "<01x45789>");
  CHECK(edited_text("ab", {{{0, {1, 1}}, "1"}, {{0, {1, 1}}, "2"}}) == "a12b");
}
