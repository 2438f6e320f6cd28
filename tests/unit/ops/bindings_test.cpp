#include "ops/bindings.h"

#include <doctest/doctest.h>

#include "report/bindings_report.h"
#include "support/tree.h"

using namespace matter;
using matter::test::Tree;

namespace {

RunOptions on(std::int16_t year, std::uint8_t month, std::uint8_t day, unsigned jobs = 1) {
  RunOptions options;
  options.jobs = jobs;
  options.lang = Lang::zh;
  options.today = {year, month, day};
  return options;
}

void add_standard(const Tree& tree) {
  tree.add("standard/catalog.yaml", "format: 1\nname: 标准\nrole: 标准化目录\n");
  const std::string head =
      "name: 甲许可\nbasic_code: \"000199001000\"\ndirectory_code: \"00019900100001\"\ntype: 行政许可\n";
  tree.add("standard/1.yaml",
           head + "version: 1\nlimits: {legal: 20 工作日, promised: 10 工作日}\nclients: [自然人]\n");
  tree.add("standard/2.yaml", head +
                                  "version: 2\neffective: 2026-11-20\nlimits: {legal: 20 工作日, promised: 5 工作日}\n"
                                  "clients: [自然人]\nconditions: [有场所]\nquantity_limit: {text: 十个}\n");
  tree.add("city/catalog.yaml", "format: 1\nname: 市\nlevel: 市级\nstandards: [../standard]\n");
}

BindingsResult listed(const Tree& tree, const BindingsOptions& what, const RunOptions& options, Sources& sources) {
  return list_bindings({tree.path("city")}, what, options, sources);
}

}  // namespace

TEST_CASE("bindings: what changed is told once, what is their own of each matter") {
  const Tree tree;
  add_standard(tree);
  tree.add("city/a.yaml",
           "- code: \"11350200000000000Y300019900100001\"\n  standard: \"00019900100001@1\"\n"
           "- code: \"11350200000000000Y300019900100002\"\n  standard: \"00019900100001@1\"\n  limits: {promised: 8 "
           "工作日}\n"
           "- code: \"11350200000000000Y300019900100003\"\n  standard: \"00019900100001@2\"\n"
           "- code: \"11350200000000000Y300019900100004\"\n  standard: \"00019900100001\"\n"
           "- code: \"11350200000000000Y300019900100005\"\n  standard: \"00019900100001@1\"\n  status: 取消\n");
  Sources sources;
  const BindingsResult result = listed(tree, {}, on(2026, 11, 23), sources);
  CHECK(result.matters == 4);
  CHECK(result.current == 2);
  REQUIRE(result.stale.size() == 1);
  const StaleEntry& entry = result.stale[0];
  CHECK(entry.bound == 1);
  CHECK(entry.newest == 2);
  REQUIRE(entry.changes->elements.size() == 2);
  CHECK(entry.changes->elements[0].element->id == "conditions");
  CHECK(told_changes(entry.changes->elements[0], Lang::zh, 3) == "（未写） → 有场所");
  CHECK(told_changes(entry.changes->elements[1], Lang::zh, 3) == "10 工作日 → 5 工作日");
  REQUIRE(entry.changes->others.size() == 1);
  CHECK(entry.changes->others[0]->key == "quantity_limit");
  REQUIRE(entry.matters.size() == 2);
  CHECK_FALSE(entry.matters[0].own[1].written);
  CHECK(entry.matters[1].own[1].written);
  CHECK(entry.matters[1].own[1].result.verdict == Verdict::worse);
}

TEST_CASE("bindings: days left are working days, as many as the catalog allows, on the day of the run") {
  const Tree tree;
  add_standard(tree);
  tree.add("city/a.yaml", "code: \"11350200000000000Y300019900100001\"\nstandard: \"00019900100001@1\"\n");
  const auto left = [&](std::uint8_t month, std::uint8_t day) {
    Sources sources;
    return listed(tree, {}, on(2026, month, day), sources).stale.at(0).matters.at(0);
  };
  // 2026-11-20 is a Friday.
  CHECK(left(11, 20).deadline == "2026-11-25");
  CHECK(left(11, 20).left == 3);
  CHECK(left(11, 22).left == 3);
  CHECK(left(11, 25).left == 0);
  CHECK(left(11, 26).left == -1);
  CHECK(left(11, 18).left == 5);  // it is not in force yet
  tree.add("city/catalog.yaml",
           "format: 1\nname: 市\nlevel: 市级\nstandards: [../standard]\nrules: {same-binding-stale: {days: 10}}\n");
  CHECK(left(11, 26).left == 6);
  {
    Sources sources;
    const BindingsResult result = listed(tree, {}, on(2040, 1, 1), sources);
    CHECK_FALSE(result.stale.at(0).matters.at(0).left);
    CHECK(result.overdue == 0);
  }
}

TEST_CASE("bindings: the entries that a matter may mean, the best first") {
  const Tree tree;
  add_standard(tree);
  tree.add(
      "standard/b.yaml",
      "- {name: 乙食品生产许可, handling: 首次申请, basic_code: \"000199002000\", directory_code: \"00019900200001\"}\n"
      "- {name: 乙食品生产许可, handling: 变更, basic_code: \"000199002000\", directory_code: \"00019900200002\"}\n"
      "- {name: 乙食品经营许可, basic_code: \"000199003000\", directory_code: \"00019900300001\"}\n"
      "- {name: 丙烟花爆竹许可, basic_code: \"000199004000\", directory_code: \"00019900400001\"}\n");
  tree.add("city/a.yaml",
           "- {name: 食品生产, handling: 变更, code: \"11350200000000000Y3000199002000\"}\n"
           "- {name: 某事, code: \"11350200000000000Y3000199009000\", standard: \"00019900100001@9\"}\n"
           "- {name: 乙食品生产许可, code: \"11350200000000000Y3000199008000\"}\n"
           "- {name: 完全另外的备案, code: \"11350200000000000Y3000199007000\"}\n"
           "- {name: 丁, code: \"11350200000000000Y3000199006000\", binding: {status: 无需绑定, reason: 甲}}\n");
  Sources sources;
  const BindingsResult result = listed(tree, {{}, false, true}, on(2026, 11, 23), sources);
  CHECK(result.stale.empty());
  CHECK(result.declared == 1);
  CHECK(result.dangling == 1);
  REQUIRE(result.unbound.size() == 4);
  CHECK(result.unbound[0].named == "00019900100001@9");
  REQUIRE_FALSE(result.unbound[0].candidates.empty());
  CHECK(result.unbound[0].candidates[0].reference == "00019900100001@2");
  CHECK(result.unbound[0].candidates[0].reason == CandidateReason::same_entry);
  // Of one basic code the same handling item first.
  REQUIRE(result.unbound[1].candidates.size() >= 2);
  CHECK(result.unbound[1].candidates[0].reference == "00019900200002@1");
  CHECK(result.unbound[1].candidates[1].reference == "00019900200001@1");
  REQUIRE_FALSE(result.unbound[2].candidates.empty());
  CHECK(result.unbound[2].candidates[0].name.starts_with("乙食品生产许可"));
  CHECK(result.unbound[3].candidates.empty());
}

TEST_CASE("bindings: neither the number of workers nor the order of paths changes the list") {
  const Tree tree;
  add_standard(tree);
  for (int i = 0; i < 200; ++i) {
    const std::string number = std::to_string(100 + i);
    tree.add("city/" + number + ".yaml",
             "code: \"11350200000000000Y3000199001" + number + "\"\n" +
                 (i % 3 == 0 ? "name: 甲类许可\n" : "standard: \"00019900100001@1\"\nlimits: {promised: 7 工作日}\n"));
  }
  const auto json = [&](unsigned jobs) {
    Sources sources;
    std::string out;
    const BindingsOptions what{{}, true, true};
    const BindingsResult result = listed(tree, what, on(2026, 11, 23, jobs), sources);
    write_bindings_json(result, what, sources, Lang::zh, [&](std::string_view text) { out += text; });
    return out;
  };
  const std::string one = json(1);
  CHECK(one.find("甲类许可") != std::string::npos);
  CHECK(one == json(4));
}
