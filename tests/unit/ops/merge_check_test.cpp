#include "ops/merge_check.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "change/merge.h"

using namespace matter;

TEST_CASE("merge check: comments that say the same may go with two conflicts, each decided for another side") {
  const std::string head = "name: 甲\ncode: \"11350200000000001X3000199001000\"\n";
  const std::string basis = "basis:\n  # 注\n  - {title: 示例条例, article: 第一条}\n";
  const std::string conditions = "conditions:\n  # 注\n  - 年满十八周岁\n";
  const std::string base = head + basis + conditions;
  const std::string ours = head + "conditions:\n  # 注\n  - 年满十六周岁\n";
  const std::string theirs = head + "basis:\n  # 注\n  - {title: 示例条例, article: 第二条}\n";
  const std::array<std::string, merge_sides> texts{base, ours, theirs};
  CHECK(check_merge(head, texts, {}).findings.empty());
  // Decided the other way round, both are there and both must stay.
  const std::string both =
      head + "basis:\n  # 注\n  - {title: 示例条例, article: 第二条}\n" + "conditions:\n  # 注\n  - 年满十六周岁\n";
  CHECK(check_merge(both, texts, {}).findings.empty());
}

TEST_CASE("merge check: a comment that no conflict concerns must stay, whatever is decided") {
  const std::string head = "name: 甲  # 注\ncode: \"11350200000000001X3000199001000\"\n";
  const std::string base = head + "basis:\n  # 注\n  - {title: 示例条例, article: 第一条}\n";
  const std::string theirs = head + "basis:\n  # 注\n  - {title: 示例条例, article: 第二条}\n";
  const std::array<std::string, merge_sides> texts{base, head, theirs};
  CHECK(check_merge(head, texts, {}).findings.empty());
  const CheckResult result = check_merge("name: 甲\ncode: \"11350200000000001X3000199001000\"\n", texts, {});
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].fault == CheckFault::comment);
}
