#include <doctest/doctest.h>

#include "support/check.h"

using namespace matter;
using namespace matter::test;

namespace {

std::size_t found(std::string_view fragment) { return of_rule("merge-damage", sample_with(fragment)).size(); }

}  // namespace

TEST_CASE("merge damage: one code for two materials, each further one told at its code") {
  const std::string text = sample_with(
      "materials:\n  - {code: \"1\", name: 甲}\n  - {code: \"1\", name: 乙}\n  - {code: \"1\", name: 丙}\n");
  const auto all = of_rule("merge-damage", text);
  REQUIRE(all.size() == 2);
  CHECK(all[0].at.span.begin > text.find("乙") - 30);
  CHECK(all[0].field == "materials[1].code");
}

TEST_CASE("merge damage: an item twice word for word, in conditions, steps and fees") {
  CHECK(found("conditions: [有场所, 有人员, 有场所]\n") == 1);
  CHECK(found("process: [{step: 受理, limit: 1 工作日}, {step: 受理, limit: 1 工作日}, 送达]\n") == 1);
  CHECK(found("fees: [{name: 工本费, amount: 10 元/本, basis: 《示例法》第一条}, "
              "{name: 工本费, amount: 10 元/本, basis: 《示例法》第一条}]\n") == 1);
}

TEST_CASE("merge damage: what only looks alike is none") {
  CHECK(found("process: [{step: 审查, limit: 1 工作日}, {step: 审查, limit: 2 工作日}, 送达]\n") == 0);
  CHECK(found("situations: [个人, 单位]\nmaterials:\n  - {code: \"1\", name: 甲, for: [个人]}\n"
              "  - {code: \"1\", name: 甲, for: [单位]}\n") == 0);
  CHECK(found("situations: [个人, 单位]\nconditions:\n  - {text: 有场所, for: [个人]}\n"
              "  - {text: 有场所, for: [单位]}\n") == 0);
}
