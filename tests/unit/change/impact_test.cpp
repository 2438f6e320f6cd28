#include "change/impact.h"

#include <doctest/doctest.h>

#include "support/read_text.h"

namespace matter {

namespace {

Impact between(const std::string& before, const std::string& after) {
  const auto a = test::read_text(before);
  const auto b = test::read_text(after);
  return impact(a->matter(), b->matter());
}

std::string limit(const std::string& promised) { return "limits: {promised: " + promised + "}\n"; }

std::array<std::int64_t, day_units> days(std::int64_t working, std::int64_t natural, std::int64_t months) {
  return {working, natural, months};
}

}  // namespace

TEST_CASE("impact: days are counted in their own unit") {
  CHECK(between(limit("10 工作日"), limit("5 工作日")).days == days(-5, 0, 0));
  CHECK(between(limit("2 周"), limit("10 自然日")).days == days(0, -4, 0));
  CHECK(between(limit("1 年"), limit("3 月")).days == days(0, 0, -9));
}

TEST_CASE("impact: done at once is zero days in whatever unit the other side has") {
  CHECK(between(limit("5 工作日"), limit("当场")).days == days(-5, 0, 0));
  CHECK(between(limit("当场"), limit("3 自然日")).days == days(0, 3, 0));
  CHECK(between(limit("当场"), limit("当场")).none());
}

TEST_CASE("impact: different units and unknown limits are not comparable, and no zero") {
  for (const auto& after : {limit("5 自然日"), std::string("name: 甲\n"), limit("很快"), limit("无")}) {
    const Impact result = between(limit("5 工作日"), after);
    CHECK_FALSE(result.days_comparable);
    CHECK(result.days == days(0, 0, 0));
    CHECK_FALSE(result.none());
  }
  CHECK(between("name: 甲\n", "name: 乙\n").days_comparable);
}

TEST_CASE("impact: only materials that are necessary count, and one that does not say is") {
  const Impact result = between("materials: [{name: 甲}, {name: 乙, necessity: 必要}, {name: 丙, necessity: 非必要}]\n",
                                "materials: [{name: 甲, necessity: 容缺后补}, {name: 丙, necessity: 非必要}]\n");
  CHECK(result.materials.amount == -2);
  CHECK(between("materials: [甲]\n", "materials: 无\n").materials.amount == -1);
  CHECK_FALSE(between("materials: [甲]\n", "name: 乙\n").materials.comparable);
}

TEST_CASE("impact: steps and visits") {
  const Impact result =
      between("process: [受理, 审查, 决定]\nchannels: {visits: 2}\n", "process: [受理, 决定]\nchannels: {visits: 0}\n");
  CHECK(result.steps.amount == -1);
  CHECK(result.visits.amount == -2);
}

TEST_CASE("impact: totals keep units apart and count what could not be compared") {
  Reductions total;
  total.add(between(limit("10 工作日"), limit("5 工作日")));
  total.add(between(limit("10 自然日"), limit("7 自然日")));
  total.add(between(limit("10 自然日"), limit("7 工作日")));
  CHECK(total.days == days(-5, -3, 0));
  CHECK(total.days_matters == 2);
  CHECK(total.days_not_comparable == 1);
}

}  // namespace matter
