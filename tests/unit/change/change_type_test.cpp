#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "change/change_type.h"
#include "change/compare.h"
#include "support/read_text.h"

using namespace matter;
using namespace matter::test;

namespace {

/// Ids of what changed between two matters, in order.
std::vector<std::string> ids(const std::string& before, const std::string& after) {
  const std::string head = "name: 甲（示例）\ncode: \"11350200000000000Y3000199001000\"\ntype: 行政许可\n";
  const auto a = read_text(head + before);
  const auto b = read_text(head + after);
  std::vector<std::string> all;
  for (const Change& change : compare(a->matter(), b->matter())) all.push_back(classify(change).id);
  return all;
}
std::string id(const std::string& before, const std::string& after) {
  const auto all = ids(before, after);
  REQUIRE(all.size() == 1);
  return all[0];
}

}  // namespace

TEST_CASE("change type: limits are compared in their units") {
  const auto promised = [](const char* a, const char* b) {
    return id(std::string("limits: {promised: ") + a + "}\n", std::string("limits: {promised: ") + b + "}\n");
  };
  CHECK(promised("10 工作日", "5 工作日") == "limit-promised-shortened");
  CHECK(promised("1 个月", "1 年") == "limit-promised-lengthened");
  CHECK(promised("当场", "1 工作日") == "limit-promised-lengthened");
  CHECK(promised("5 工作日", "30 自然日") == "limit-promised-lengthened");
  CHECK(promised("20 工作日", "1 个月") == "limit-promised-changed");
  CHECK(promised("20 工作日", "很快") == "limit-promised-changed");
  CHECK(id("limits: {legal: 20 工作日}\n", "limits: {legal: 无}\n") == "limit-legal-abolished");
  CHECK(id("limits: {legal: 无}\n", "limits: {legal: 20 工作日}\n") == "limit-legal-introduced");
  CHECK(id("", "limits: {legal: 20 工作日}\n") == "limit-legal-stated");
}

TEST_CASE("change type: fees by amount, where the units go together") {
  const auto fee = [](const char* a, const char* b) {
    return id(std::string("fees: [{name: 工本费, amount: ") + a + "}]\n",
              std::string("fees: [{name: 工本费, amount: ") + b + "}]\n");
  };
  CHECK(fee("10 元/本", "20 元/本") == "fee-raised");
  CHECK(fee("20 元/本", "免费") == "fee-lowered");
  CHECK(fee("10 元/本", "10 元/份") == "fee-amount-changed");
  CHECK(id("fees: 无\n", "fees: [{name: 工本费, amount: 5 元}]\n") == "fees-introduced");
  CHECK(ids("fees: [甲费]\n", "fees: [甲费, {name: 乙费, amount: 免费}]\n") ==
        std::vector<std::string>{"fee-added-waived"});
}

TEST_CASE("change type: a material counts by what is asked of the applicant") {
  const std::string one = "materials:\n  - 申请表\n";
  CHECK(id(one, one + "  - 营业执照\n") == "material-added");
  CHECK(id(one, one + "  - {name: 营业执照, waiver: 电子证照}\n") == "material-added-waived");
  CHECK(id(one, one + "  - {name: 营业执照, waiver: 无法免交}\n") == "material-added");
  CHECK(id(one + "  - {name: 营业执照, necessity: 非必要}\n", one) == "material-removed-optional");
  CHECK(id("materials: [{name: 甲, necessity: 必要}]\n", "materials: [{name: 甲, necessity: 容缺后补}]\n") ==
        "material-necessity-eased");
  CHECK(id("materials: [{name: 甲, necessity: 非必要}]\n", "materials: [甲]\n") == "material-necessity-tightened");
  CHECK(id("materials: [甲]\n", "materials: [{name: 甲, waiver: 数据核验}]\n") == "material-waived");
  CHECK(id("materials: [{name: 甲, waiver: 数据核验}]\n", "materials: [{name: 甲, waiver: 电子证照}]\n") ==
        "material-waiver-changed");
  CHECK(id("materials: [{name: 营业执照复印件一份, kind: 其他, paper: A4}]\n",
           "materials: [{name: 营业执照复印件两份, kind: 其他, paper: A4}]\n") == "material-renamed");
  CHECK(id("materials: [{name: 甲, for: [单位]}]\n", "materials: [甲]\n") == "material-for-withdrawn");
}

TEST_CASE("change type: words, orders, counts, yes and no, dates") {
  CHECK(id("conditions: [有固定的经营场所和设备]\n", "conditions: [有固定合法的经营场所和设备]\n") ==
        "condition-reworded");
  CHECK(id("conditions: [甲, 乙]\n", "conditions: [乙, 甲]\n") == "conditions-reordered");
  CHECK(id("channels: {visits: 1}\n", "channels: {visits: 0}\n") == "visit-removed");
  CHECK(id("special: [{name: 听证, counted: 是}]\n", "special: [{name: 听证, counted: 否}]\n") ==
        "special-procedure-counted-disabled");
  CHECK(id("cancelled: 2026-12-31\n", "cancelled: 2026-06-30\n") == "cancelled-earlier");
  CHECK(id("status: 在用\n", "status: 暂停\n") == "matter-suspended");
  CHECK(id("status: 在用\n", "status: 草稿\n") == "status-changed");
  CHECK(id("process_note: 甲\n", "process_note: 乙\n") == "process-note-reworded");
  CHECK(id("extra: {a: 1}\n", "extra: {a: 2}\n") == "extra-changed");
  CHECK(id("无此字段: 1\n", "") == "unknown-field-withdrawn");
}
