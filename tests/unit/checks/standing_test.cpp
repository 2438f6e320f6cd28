#include <doctest/doctest.h>

#include "checks/names.h"
#include "checks/personal.h"
#include "support/check.h"

using namespace matter;
using namespace matter::test;

namespace {

std::vector<Diagnostic> with(std::string_view rule, std::string_view fragment) {
  return of_rule(rule, sample_with(fragment));
}
std::vector<Diagnostic> agency(std::string_view rule, std::string_view members, std::string_view more = {}) {
  return with(rule, "agency: {name: 示例局, code: 11350200000000000Y, region: \"350200000000\", " +
                        std::string(members) + "}\n" + std::string(more));
}
std::vector<Diagnostic> named(std::string_view name) {
  return with("name-agency", "name: " + std::string(name) + "\n");
}

}  // namespace

TEST_CASE("standing: a name holds no agency, no place of its own, no number") {
  for (const char* bad : {"示例市卫生健康委员会卫生许可", "厦门市卫生许可", "厦门卫生许可", "福建省卫生许可",
                          "3.卫生许可", "卫生许可（示例发〔2020〕1号）"}) {
    CAPTURE(std::string(bad));
    CHECK(named(bad).size() == 1);
  }
  for (const char* good : {"卫生许可", "二级注册建造师执业资格认定", "广东省内跨市卫生许可", "福建省科学技术奖推荐",
                           "厦门大学图书馆开放", "2020年高考报名"}) {
    CAPTURE(std::string(good));
    CHECK(named(good).empty());
  }
}

TEST_CASE("standing: what looks like a person's own") {
  // 110105194912310021 is the standard's own example; its check character is 2 for 11010519491231002X.
  CHECK(find_personal("身份证 11010519491231002X，").text == "11010519491231002X");
  CHECK(find_personal("11010519491231002x").text == "11010519491231002x");
  CHECK(find_personal("110105194912310021").text.empty());  // check character
  CHECK(find_personal("11010519491331002X").text.empty());  // month 13
  CHECK(find_personal("手机13800138000。").text == "13800138000");
  CHECK(find_personal("020-13800138000").text.empty());
  CHECK(find_personal("订单138001380001").text.empty());
  CHECK(find_personal("6222020000000000003").text.empty());
  CHECK(find_personal("6217000010001234563").text ==
        (find_personal("6217000010001234563").text.empty() ? "" : "6217000010001234563"));
  CHECK(masked("13800138000") == "138******00");
}

TEST_CASE("standing: reports never repeat what should not be public") {
  const auto found = with("sensitive-data", "conditions: [联系 13800138000]\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].message.find("13800138000") == std::string::npos);
  CHECK(found[0].subject.find("13800138000") == std::string::npos);
}

TEST_CASE("standing: who entrusts, and to whom") {
  CHECK(agency("entrust-missing", "nature: 受委托组织").size() == 1);
  CHECK(agency("entrust-missing", "nature: 受委托组织, entrusted_by: 无").size() == 1);
  CHECK(agency("entrust-missing", "nature: 受委托组织, entrusted_by: 示例委").empty());
  CHECK(agency("entrust-missing", "nature: 法定机关").empty());
  CHECK(agency("entrust-licence", "nature: 受委托组织").empty());
  CHECK(with("entrust-licence", "agency: {name: 示例所, code: 12350200000000000U, nature: 受委托组织}\n").size() == 1);
  CHECK(with("entrust-licence", "agency: {name: 示例所, code: 12350200000000000U, nature: 授权组织}\n").empty());
  CHECK(with("entrust-licence", "agency: {name: 示例所, code: TE3502000000000000, nature: 受委托组织}\n").empty());
}

TEST_CASE("standing: power and nature say the same") {
  const auto both = [](std::string_view source, std::string_view nature) {
    return agency("power-nature", "nature: " + std::string(nature), "power: {source: " + std::string(source) + "}\n")
        .size();
  };
  CHECK(both("上级委托", "受委托组织") == 0);
  CHECK(both("同级授权", "授权组织") == 0);
  CHECK(both("上级下放", "法定机关") == 0);
  CHECK(both("上级下放", "授权组织") == 1);
  CHECK(both("法定本级行使", "受委托组织") == 1);
  CHECK(both("上级委托", "授权组织") == 1);
}

TEST_CASE("standing: a power that was handed down has its document") {
  CHECK(with("transfer-basis", "power: {source: 同级委托}\n").size() == 1);
  CHECK(with("transfer-basis", "power: {source: 上级授权}\n").empty());
  CHECK(with("transfer-basis", "power: {source: 上级下放, document: 无}\n").size() == 1);
}

TEST_CASE("standing: status and dates") {
  CHECK(with("state-dates", "status: 取消\n").size() == 1);
  CHECK(with("state-dates", "status: 取消\ncancelled: 2020-01-01\n").empty());
  CHECK(with("state-dates", "status: 在用\ncancelled: 2020-01-01\n").size() == 1);
  CHECK(with("state-dates", "status: 在用\ncancelled: 2999-01-01\n").empty());
  CHECK(with("state-dates", "status: 在用\neffective: 2999-02-01\ncancelled: 2999-01-01\n").size() == 1);
  CHECK(with("state-dates", "status: 在用\ncancelled: 无\n").empty());
}

TEST_CASE("standing: a basis names issuer, number and article") {
  const auto found =
      with("basis-incomplete",
           "basis: [《示例卫生法》, {title: 《示例条例》第八条, number: 示例令第1号, issuer: 示例会议}]\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].message == "the basis lacks: issuer, number, article");
}

TEST_CASE("standing: a licence is set up by a law") {
  const auto ranked = [](std::string_view ranks) {
    return with("basis-rank", "basis: [" + std::string(ranks) + "]\n").size();
  };
  CHECK(ranked("{title: 甲, rank: 规范性文件}, {title: 乙, rank: 部门规章}") == 1);
  CHECK(ranked("{title: 甲, rank: 规范性文件}, {title: 乙, rank: 地方性法规}") == 0);
  CHECK(ranked("{title: 甲, rank: 规范性文件}, 乙") == 0);  // of an unknown rank
  CHECK(ranked("{title: 甲, rank: 经济特区法规}") == 0);
}

TEST_CASE("standing: an intermediary rests on a law") {
  CHECK(with("intermediary-basis", "intermediaries: [环境影响评价]\n").size() == 1);
  CHECK(with("intermediary-basis", "intermediaries: [环境影响评价（《示例环境法》第九条）]\n").empty());
  CHECK(with("intermediary-basis", "intermediaries: [{name: 环境影响评价, basis: 《示例环境法》第九条}]\n").empty());
  CHECK(with("intermediary-basis", "intermediaries: 无\n").empty());
}

TEST_CASE("standing: a 一件事 needs what its family needs, and is not asked for type, basis or 实施编码") {
  const std::string bundle =
      "sample: 是\nname: 开办餐饮店（示例）\nstatus: 在用\nversion: 1\n"
      "bundle: {code: \"350200YJS0001\", members: [{matter: \"11350200000000000Y3000199001000\"}]}\n"
      "agency: {name: 示例市市场监督管理局（示例）, code: 11350200000000000Y}\n"
      "clients: [企业法人]\nmaterials: 无\nlimits: {promised: 10 工作日}\nprocess: [受理, 决定]\n"
      "results: [{name: 卫生许可证, kind: 证照, delivery: [邮寄送达]}]\n"
      "channels: {visits: 0, online: {available: 是, url: \"https://example.gov.cn/yjs\"}}\n"
      "contacts: {consult: 0592-1000002, complain: 0592-1000003}\n";
  CHECK(of_rule("field-missing", bundle).empty());
  CHECK(of_rule("basis-missing", bundle).empty());
  std::string without = bundle;
  without.replace(without.find("code: \"350200YJS0001\", "), 23, "");
  const auto found = of_rule("field-missing", without);
  REQUIRE(found.size() == 1);
  CHECK(found[0].field == "bundle.code");
}
