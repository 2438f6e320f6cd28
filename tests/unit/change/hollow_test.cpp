#include "change/hollow.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "change/compare.h"
#include "support/read_text.h"

using namespace matter;
using namespace matter::test;

namespace {

std::vector<std::string> rules(const std::string& before, const std::string& after) {
  const auto a = read_text(before);
  const auto b = read_text(after);
  Collector findings(Lang::en);
  say_hollow(a->matter(), b->matter(), compare(a->matter(), b->matter()), findings);
  std::vector<std::string> all;
  for (const Diagnostic& d : findings.found()) {
    CHECK(d.at.known());
    CHECK(d.notes.size() == 1);
    all.emplace_back(d.rule);
  }
  return all;
}
using Rules = std::vector<std::string>;

}  // namespace

TEST_CASE("hollow: a limit shortened below what its steps add up to") {
  const std::string process = "process: [{step: 受理, limit: 1 工作日}, {step: 审查, limit: 8 工作日}]\n";
  CHECK(rules("limits: {promised: 10 工作日}\n" + process, "limits: {promised: 5 工作日}\n" + process) ==
        Rules{"reduction-steps-longer"});
  CHECK(rules("limits: {promised: 10 工作日}\n" + process, "limits: {promised: 9 工作日}\n" + process).empty());
  CHECK(rules("limits: {promised: 5 工作日}\n" + process, "limits: {promised: 8 工作日}\n" + process).empty());
  const std::string parallel =
      "process: [{step: 受理, limit: 4 工作日}, {step: 审查, limit: 4 工作日, parallel: 是}]\n";
  CHECK(rules("limits: {promised: 10 工作日}\n" + parallel, "limits: {promised: 5 工作日}\n" + parallel).empty());
  const std::string delivered =
      "process: [{step: 受理, limit: 1 工作日}, {step: 决定, limit: 3 工作日}, {step: 送达, limit: 5 工作日}]\n";
  CHECK(rules("limits: {promised: 10 工作日}\n" + delivered, "limits: {promised: 4 工作日}\n" + delivered).empty());
}

TEST_CASE("hollow: time moved into a special procedure that does not count") {
  const auto matter = [](const char* promised, const char* special) {
    return std::string("limits: {promised: ") + promised + "}\nspecial: " + special + "\n";
  };
  const char* review = "[{name: 专家评审, limit: 10 工作日, counted: 否}]";
  CHECK(rules(matter("15 工作日", "无"), matter("5 工作日", review)) == Rules{"reduction-time-moved"});
  CHECK(rules(matter("15 工作日", review), matter("5 工作日", review)).empty());
  CHECK(rules(matter("15 工作日", "无"), matter("5 工作日", "[{name: 专家评审, limit: 10 工作日, counted: 是}]"))
            .empty());
}

TEST_CASE("hollow: a material that returns as a condition, or within another material") {
  CHECK(rules("conditions: [有场所]\nmaterials: [申请表, 健康证明]\n",
              "conditions: [有场所, 从业人员持有健康证明]\nmaterials: [申请表]\n") == Rules{"reduction-as-condition"});
  CHECK(rules("conditions: [从业人员持有健康证明]\nmaterials: [申请表, 健康证明]\n",
              "conditions: [从业人员持有健康证明]\nmaterials: [申请表]\n")
            .empty());
  CHECK(rules("materials: [申请表, 营业执照, 场所平面图]\n", "materials: [申请表, 营业执照、场所平面图]\n") ==
        Rules{"reduction-joined", "reduction-joined"});
  CHECK(rules("materials: [申请表, 营业执照]\n", "materials: [申请表]\n").empty());
}
