#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "model/values.h"

using namespace matter;

namespace {

/// `digits#extension` of each number, `!reason` behind an invalid one.
std::string read(std::string_view text) {
  std::string out;
  for (const auto& number : parse_phones(text).numbers) {
    if (!out.empty()) out += ' ';
    out += number.digits;
    if (!number.extension.empty()) out += '#' + number.extension;
    if (!number.valid) out += '!' + std::string(number.reason);
  }
  return out;
}

}  // namespace

TEST_CASE("phones: the forms that offices write are numbers") {
  CHECK(read("0592-2200000") == "05922200000");
  CHECK(read("020-12345") == "02012345");
  CHECK(read("12345") == "12345");
  CHECK(read("020-38356454转1") == "02038356454#1");
  CHECK(read("020-38356454 转分机 205") == "02038356454#205");
  CHECK(read("020-12333-9-3") == "02012333#9-3");
  CHECK(read("020-12333–9") == "02012333#9");
  CHECK(read("(020)87623552") == "02087623552");
  CHECK(read("（0662）3681111") == "06623681111");
  CHECK(read("020--12345-1") == "02012345#1");
  CHECK(read("020－81102000") == "02081102000");
  CHECK(read("020-8923 2806") == "02089232806");
  CHECK(read("(8620)2236 0123") == "02022360123");
  CHECK(read("86 20 87512631") == "02087512631");
  CHECK(read("4000390208") == "4000390208");
  CHECK(read("400-7000-690") == "4007000690");
  CHECK(read("37885230") == "37885230");
  CHECK(read("059200000001") == "059200000001");
  CHECK(read("138 0013 8000") == "13800138000");
}

TEST_CASE("phones: several numbers, words, hours, addresses and URLs in one field") {
  CHECK(read("020-38807710；020-83627551") == "02038807710 02083627551");
  CHECK(read("020-86350683或拨打12348") == "02086350683 12348");
  CHECK(read("0592-1234567 0592-7654321") == "05921234567 05927654321");
  CHECK(read("020-86350153，受理时间：上午08：30-12:00，下午14:00-17:30") == "02086350153");
  CHECK(read("示例路51号1516室。电话：020-86351132。网址：http://example.gov.cn/"
             "column.do?colId=40400。邮箱：a1@qq.com。邮编：510405。") == "02086351132");
  CHECK(read("020-12333-9-1或2-3") == "02012333#9-1");
}

TEST_CASE("phones: kinds are told apart") {
  CHECK(parse_phones("020-12345").numbers.at(0).hotline);
  CHECK(parse_phones("020-12345").numbers.at(0).area_code);
  CHECK(parse_phones("13800138000").numbers.at(0).mobile);
  CHECK_FALSE(parse_phones("0592-2200000").numbers.at(0).hotline);
}

TEST_CASE("phones: what is none says why") {
  CHECK(read("020-8313603") == "0208313603!length");  // eight digits go with a three-digit area code
  CHECK(read("020-327605405") == "020327605405!length");
  CHECK(read("0020-12366") == "002012366!area-code");
  CHECK(read("0000swjw") == "0000!digits");
  CHECK(read("1234") == "1234!length");
  CHECK(parse_phones("").numbers.empty());
  CHECK(parse_phones("无").numbers.empty());
  CHECK(parse_phones("请到窗口咨询").numbers.empty());
}

TEST_CASE("phones: no text crashes the reader") {
  const std::string pieces[] = {"0", "1", "-", "(", ")", " ", "转", "，", ":", "a", "@", "86", "020", "\xff", "按", ""};
  unsigned state = 7;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
      state = state * 1664525U + 1013904223U;
      text += pieces[(state >> 16U) % std::size(pieces)];
    }
    for (const auto& number : parse_phones(text).numbers) REQUIRE(number.valid == number.reason.empty());
  }
}

TEST_CASE("money: one amount with its unit") {
  const auto money = parse_money("10 元/本");
  CHECK(money.kind == MoneyKind::amount);
  CHECK(money.fen == 1000);
  CHECK(money.per == "本");
  CHECK(parse_money("￥12.50").fen == 1250);
  CHECK(parse_money("1,200元").fen == 120000);
  CHECK(parse_money("1.5 万元").fen == 1500000);
  CHECK(parse_money("每份 5 元").fen == 500);
  CHECK(parse_money("每份 5 元").per == "份");
  CHECK(parse_money("5元每平方米").per == "平方米");
  CHECK(parse_money("０.５元／份").fen == 50);
}

TEST_CASE("money: free, tiers, by a standard, by the market, and what says nothing") {
  for (const char* text : {"免费", "不收费", "0 元"}) CHECK(parse_money(text).kind == MoneyKind::free);
  for (const char* text : {"首件 10 元，续件 5 元", "10-20 元", "100 元以下", "按货值 0.8‰ 计收"}) {
    CAPTURE(text);
    CHECK(parse_money(text).kind == MoneyKind::tiers);
  }
  CHECK(parse_money("按市场价格执行").kind == MoneyKind::market);
  CHECK(parse_money("按《示例收费办法》执行").kind == MoneyKind::by_standard);
  for (const char* text : {"", "10", "面议", "若干", "元", "1.234 元", "99999999999999999999 元"}) {
    CAPTURE(text);
    CHECK(parse_money(text).kind != MoneyKind::amount);
  }
  CHECK(parse_money("面议").kind == MoneyKind::unreadable);
}
