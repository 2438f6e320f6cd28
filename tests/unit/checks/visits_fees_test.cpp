#include <doctest/doctest.h>

#include "support/check.h"

using namespace matter;
using namespace matter::test;

namespace {

std::vector<Diagnostic> with(std::string_view rule, std::string_view fragment) {
  return of_rule(rule, sample_with(fragment));
}
std::vector<Diagnostic> channels(std::string_view rule, std::string_view members, std::string_view more = {}) {
  return with(rule, "channels: {" + std::string(members) + "}\n" + std::string(more));
}
std::vector<Diagnostic> fees(std::string_view rule, std::string_view members, std::string_view more = {}) {
  return with(rule, "fees: [{" + std::string(members) + "}]\n" + std::string(more));
}

}  // namespace

TEST_CASE("visits: a visit wants a reason, and the reason a law") {
  CHECK(channels("visit-reason", "visits: 1").size() == 1);
  CHECK(channels("visit-reason", "visits: 1, visit_reason: 无").size() == 1);
  CHECK(channels("visit-reason", "visits: 0").empty());
  CHECK(channels("visit-reason-basis", "visits: 1, visit_reason: 当面核对原件").size() == 1);
  CHECK(channels("visit-reason-basis", "visits: 1").empty());
  CHECK(channels("visit-reason-basis", "visits: 1, visit_reason: 依《示例法》当面核对").empty());
  CHECK(channels("visit-reason-basis", "visits: 1, visit_reason: 依第八条当面核对").empty());
  CHECK(channels("visit-reason-needless", "visits: 0, visit_reason: 当面核对").size() == 1);
}

TEST_CASE("visits: 全程网办 on any list forbids visits") {
  const char* lists = "tongban: [{list: 跨省通办, mode: 异地代收代办}, {list: 省内通办, mode: 全程网办}]\n";
  const auto found = channels("visit-online", "visits: 2, visit_reason: 依第八条", lists);
  REQUIRE(found.size() == 1);
  CHECK(found[0].field == "channels.visits");
  CHECK(channels("visit-online", "visits: 0", lists).empty());
}

TEST_CASE("visits: depth Ⅳ is done online as well, however it is written") {
  for (const char* depth : {"Ⅳ级", "Ⅳ", "IV级", "四级"}) {
    CAPTURE(std::string(depth));
    const std::string online =
        ", visit_reason: 依第八条, online: {available: 是, depth: [办理, " + std::string(depth) + "]}";
    const auto found = channels("visit-online", "visits: 1" + online);
    REQUIRE(found.size() == 1);
    CHECK(found[0].notes[0].message == "it is said to be 全程网办 here: " + std::string(depth));
    CHECK(channels("visit-online", "visits: 0" + online).empty());
  }
  CHECK(channels("visit-online", "visits: 1, online: {available: 是, depth: [Ⅲ级]}").empty());
  CHECK(channels("visit-zero-offline", "visits: 0, online: {depth: [Ⅳ级]}").empty());
}

TEST_CASE("visits: any channel that works without coming will do") {
  for (const char* channel :
       {"online: {url: \"https://example.gov.cn\"}", "online: {depth: [办理]}", "mail: {supported: 是}",
        "telephone: 0592-0000004", "on_site: 为行动不便者上门", "kiosk: {supported: 是}", "agents: [村级代办]"}) {
    CAPTURE(std::string(channel));
    CHECK(channels("visit-zero-offline", "visits: 0, " + std::string(channel)).empty());
  }
  for (const char* channel : {"online: {available: 否, url: \"https://example.gov.cn\"}", "online: {depth: [咨询]}",
                              "mail: {supported: 否}", "online: 无, mail: 无, telephone: 无"}) {
    CAPTURE(std::string(channel));
    CHECK(channels("visit-zero-offline", "visits: 0, " + std::string(channel)).size() == 1);
  }
}

TEST_CASE("visits: without a channel a power is wrong, a public service may be known otherwise") {
  CHECK(channels("visit-zero-offline", "visits: 0").at(0).severity == Severity::error);
  CHECK(channels("visit-zero-offline", "visits: 0", "type: 公共服务\n").at(0).severity == Severity::info);
}

TEST_CASE("visits: stars allow so many visits") {
  CHECK(channels("visit-star", "visits: 3, star: 3").size() == 1);
  CHECK(channels("visit-star", "visits: 2, star: 3").empty());
  CHECK(channels("visit-star", "visits: 1, star: 5").empty());
  CHECK(channels("visit-star", "visits: 2, star: 5").size() == 1);
  CHECK(channels("visit-star", "visits: 9, star: 2").empty());
}

TEST_CASE("fees: name, amount and basis are each asked for, by this rule alone") {
  const std::string text = sample_with("fees: [{basis: 《示例卫生法》第二十条}]\n");
  const auto found = of_rule("fee-incomplete", text);
  REQUIRE(found.size() == 2);
  CHECK(found[0].severity == Severity::error);
  CHECK(of_rule("field-missing", text).empty());
  CHECK(fees("fee-incomplete", "name: 工本费, amount: 10 元/本, basis: 无").size() == 1);
}

TEST_CASE("fees: no fees and online payment contradict each other, and so do no fees among fees") {
  CHECK(with("fee-contradiction", "channels: {visits: 0, online: {available: 是, payment: 是}}\n").size() == 1);
  CHECK(with("fee-contradiction", "fees: [不收费, {name: 工本费, amount: 10 元}]\n").size() == 1);
  CHECK(
      with("fee-contradiction", "fees: [{name: 工本费, amount: 10 元}]\nchannels: {visits: 0, online: {payment: 是}}\n")
          .empty());
}

TEST_CASE("fees: a licence charges by act or regulation, its own bases included") {
  for (const char* basis : {"《中华人民共和国示例法》第三条", "《示例管理条例》第三条", "示例法", "国务院令第000号",
                            "第二十条", "《示例卫生法》"}) {
    CAPTURE(std::string(basis));
    CHECK(fees("fee-licence-basis", "name: 工本费, amount: 10 元/本, basis: " + std::string(basis)).empty());
  }
  for (const char* basis :
       {"示例价费〔2020〕1号", "《示例省收费条例》", "《厦门市示例条例》", "《示例管理办法》第三条"}) {
    CAPTURE(std::string(basis));
    CHECK(fees("fee-licence-basis", "name: 工本费, amount: 10 元/本, basis: " + std::string(basis)).size() == 1);
  }
  CHECK(fees("fee-licence-basis", "name: 工本费, amount: 10 元/本").empty());
  CHECK(fees("fee-licence-basis", "name: 工本费, amount: 10 元/本, basis: 示例价费〔2020〕1号", "type: 行政确认\n")
            .empty());
}

TEST_CASE("fees: amounts that say how much are read, others are infos") {
  for (const char* amount : {"10 元/本", "免费", "按标准收取", "市场价格", "100元以下每件5元，100元以上每件10元"}) {
    CAPTURE(std::string(amount));
    CHECK(fees("fee-amount", "name: 工本费, amount: \"" + std::string(amount) + "\"").empty());
  }
  CHECK(fees("fee-amount", "name: 工本费, amount: 视情况而定").at(0).severity == Severity::info);
}

TEST_CASE("fees: a relief wants its basis, a name at most 25 characters") {
  CHECK(fees("fee-relief-basis", "name: 工本费, relief: 是").size() == 1);
  CHECK(fees("fee-relief-basis", "name: 工本费, relief: 否").empty());
  CHECK(fees("fee-name-length", "name: 一二三四五六七八九十一二三四五六七八九十一二三四五").empty());
  CHECK(fees("fee-name-length", "name: 一二三四五六七八九十一二三四五六七八九十一二三四五六").size() == 1);
}
