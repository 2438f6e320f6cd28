#include "ops/stats_spread.h"

#include <doctest/doctest.h>

#include "ops/stats.h"
#include "support/tree.h"

using namespace matter;
using matter::test::Tree;

namespace {

StatsResult counted(const Tree& tree, const std::string& folder) {
  RunOptions options;
  options.jobs = 1;
  Sources sources;
  return stats({tree.path(folder)}, options, sources);
}

}  // namespace

TEST_CASE("stats spread: numbers fall into ranges, both ends counted") {
  Histogram days{day_ranges};
  for (const std::int64_t number : {0, 1, 2, 5, 6, 60, 61, 900}) days.add(number);
  CHECK(days.counts == std::vector<std::size_t>{1, 1, 2, 1, 0, 0, 1, 2});
  CHECK(days.said == 8);
  CHECK(days.sum == 1035);
  days.add(-1);
  CHECK(days.said == 8);
}

TEST_CASE("stats spread: limits in other units, without a limit and not given stand apart; nothing is counted twice") {
  const Tree tree;
  tree.add("a.yaml",
           "- {name: 甲, type: 行政许可, limits: {legal: 20 工作日, promised: 当场}, channels: {visits: 0, windows: "
           "[{name: 一号}, {name: 二号}]}, tongban: [{mode: 全程网办}, {mode: 全程网办}], "
           "materials: [申请表, {name: 照片, necessity: 非必要}, {name: 营业执照, waiver: 电子证照}]}\n"
           "- {name: 乙, limits: {legal: 无, promised: 2 月}, process: [受理, 决定]}\n"
           "- {name: 丙, type: 公共服务, limits: {legal: 10 日}, materials: 无}\n");
  const Spread spread = counted(tree, "a.yaml").spread;
  CHECK(spread.legal.said == 1);
  CHECK(spread.other_legal.none == 1);
  CHECK(spread.other_legal.days == 1);
  CHECK(spread.promised.counts[0] == 1);
  CHECK(spread.other_promised.months == 1);
  CHECK(spread.other_promised.unknown == 1);
  CHECK(spread.families[static_cast<std::size_t>(Family::licence)] == 1);
  CHECK(spread.families[static_cast<std::size_t>(Family::unknown)] == 1);
  CHECK(spread.types == Tally{{"公共服务", 1}, {"行政许可", 1}});
  CHECK(spread.channels == Tally{{"窗口办理", 1}});
  CHECK(spread.tongban == Tally{{"全程网办", 1}});
  CHECK(spread.materials.said == 2);
  CHECK(spread.materials.sum == 2);
  CHECK(spread.classes == MaterialCounts{1, 1, 0, 0, 1});
  CHECK(spread.steps.sum == 2);
  CHECK(spread.visits.said == 1);
  CHECK(spread.bound == 0);
  CHECK(spread.samples == 0);
}

TEST_CASE("stats spread: against the standard entry what is taken over is the same, other units are not compared") {
  const Tree tree;
  tree.add("standard/catalog.yaml", "format: 1\nname: 省\nsample: 是\nrole: 标准化目录\n");
  tree.add("standard/s.yaml",
           "{name: 甲, directory_code: \"00019900100001\", limits: {promised: 10 工作日}, process: [受理, 决定], "
           "materials: [申请表, 营业执照]}\n");
  tree.add("city/catalog.yaml", "format: 1\nname: 市\nsample: 是\nstandards: [../standard]\n");
  const std::string bound = "standard: \"00019900100001@1\", name: 甲";
  tree.add("city/a.yaml", "{code: C1, " + bound + ", limits: {promised: 5 工作日}, process: [受理, 审查, 决定]}\n");
  tree.add("city/b.yaml", "{code: C2, " + bound + ", limits: {promised: 5 日}, materials: [申请表]}\n");
  tree.add("city/c.yaml", "{code: C3, " + bound + ", channels: {visits: 0}}\n");
  const StatsResult result = counted(tree, "city");
  const Spread& spread = result.spread;
  const auto is = [](const AgainstStandard& one, std::size_t fewer, std::size_t same, std::size_t more,
                     std::size_t unknown) {
    return one.fewer == fewer && one.same == same && one.more == more && one.unknown == unknown;
  };
  CHECK(spread.bound == 3);
  CHECK(is(spread.time, 1, 1, 0, 1));
  CHECK(is(spread.fewer_steps, 0, 2, 1, 0));
  CHECK(is(spread.fewer_materials, 1, 2, 0, 0));
  CHECK(is(spread.fewer_visits, 0, 0, 0, 3));
  CHECK(spread.samples == 3);
  CHECK(result.catalog == "市");
}
