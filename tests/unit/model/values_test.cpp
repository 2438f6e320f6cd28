#include "model/values.h"

#include <doctest/doctest.h>

#include <string>

using namespace matter;

namespace {

Limit limit(std::int32_t amount, LimitUnit unit) {
  Limit value;
  value.mark.state = State::given;
  value.amount = amount;
  value.unit = unit;
  return value;
}

}  // namespace

TEST_CASE("limits: what offices write is read, and its canonical form is known") {
  struct Case {
    const char* text;
    std::int32_t amount;
    LimitUnit unit;
    bool canonical;
  };
  for (const Case& c : {
           Case{"20 工作日", 20, LimitUnit::working_day, true},
           Case{"20个工作日", 20, LimitUnit::working_day, false},
           Case{"20工作日", 20, LimitUnit::working_day, false},
           Case{"２０ 工作日", 20, LimitUnit::working_day, false},
           Case{"020 工作日", 20, LimitUnit::working_day, false},
           Case{"20　个 工作日", 20, LimitUnit::working_day, false},
           Case{"0 工作日", 0, LimitUnit::working_day, true},
           Case{"15 自然日", 15, LimitUnit::day, true},
           Case{"15天", 15, LimitUnit::day, false},
           Case{"15日", 15, LimitUnit::day, false},
           Case{"2 周", 2, LimitUnit::week, true},
           Case{"3 个月", 3, LimitUnit::month, true},
           Case{"3 月", 3, LimitUnit::month, false},
           Case{"1 年", 1, LimitUnit::year, true},
           Case{"当场", 0, LimitUnit::instant, true},
           Case{"即办", 0, LimitUnit::instant, false},
           Case{"当场办结", 0, LimitUnit::instant, false},
       }) {
    CAPTURE(c.text);
    const auto value = parse_limit(c.text);
    REQUIRE(value);
    CHECK(value->amount == c.amount);
    CHECK(value->unit == c.unit);
    CHECK(value->canonical == c.canonical);
    if (c.canonical) CHECK(to_text(value->amount, value->unit) == c.text);
    const auto again = parse_limit(to_text(value->amount, value->unit));
    REQUIRE(again);
    CHECK(again->canonical);
    CHECK(again->amount == c.amount);
  }
}

TEST_CASE("limits: what is no limit is refused") {
  for (const char* text : {"", "无", "工作日", "20", "30(工作日)", "二十个工作日", "-1 工作日", "1.5 工作日",
                           "20 工作日内", "20 小时", "当场或 3 工作日", "9999999 工作日", "个工作日"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_limit(text));
  }
}

TEST_CASE("limits: the order is told where it is certain on every calendar, and only there") {
  using U = LimitUnit;
  CHECK(compare_limits(limit(5, U::working_day), limit(20, U::working_day)) == -1);
  CHECK(compare_limits(limit(20, U::working_day), limit(20, U::working_day)) == 0);
  CHECK(compare_limits(limit(5, U::working_day), limit(30, U::day)) == -1);
  CHECK(compare_limits(limit(30, U::day), limit(5, U::working_day)) == 1);
  CHECK(compare_limits(limit(31, U::working_day), limit(30, U::day)) == 1);
  CHECK(compare_limits(limit(30, U::working_day), limit(30, U::day)) == std::nullopt);
  CHECK(compare_limits(limit(20, U::working_day), limit(1, U::month)) == std::nullopt);
  CHECK(compare_limits(limit(20, U::working_day), limit(2, U::month)) == -1);
  CHECK(compare_limits(limit(7, U::day), limit(1, U::week)) == 0);
  CHECK(compare_limits(limit(12, U::month), limit(1, U::year)) == 0);
  CHECK(compare_limits(limit(30, U::day), limit(1, U::month)) == std::nullopt);
  CHECK(compare_limits(limit(27, U::day), limit(1, U::month)) == -1);
  CHECK(compare_limits(limit(32, U::day), limit(1, U::month)) == 1);
  CHECK(compare_limits(limit(0, U::instant), limit(0, U::working_day)) == 0);
  CHECK(compare_limits(limit(0, U::instant), limit(1, U::working_day)) == -1);
  CHECK(compare_limits(limit(250, U::working_day), limit(1, U::month)) == 1);
  Limit none = limit(5, U::working_day);
  none.mark.state = State::none;
  CHECK(compare_limits(none, limit(5, U::working_day)) == std::nullopt);
}

TEST_CASE("limits: comparing is antisymmetric and the bounds grow with the amount") {
  const LimitUnit units[] = {LimitUnit::instant, LimitUnit::working_day, LimitUnit::day,
                             LimitUnit::week,    LimitUnit::month,       LimitUnit::year};
  for (const LimitUnit a : units) {
    for (const LimitUnit b : units) {
      for (int m = 0; m < 40; m += 3) {
        for (int n = 0; n < 400; n += 7) {
          const auto forth = compare_limits(limit(m, a), limit(n, b));
          const auto back = compare_limits(limit(n, b), limit(m, a));
          REQUIRE(forth.has_value() == back.has_value());
          if (forth) REQUIRE(*forth == -*back);
          if (forth == -1 && b != LimitUnit::instant) REQUIRE(compare_limits(limit(m, a), limit(n + 1, b)) == -1);
        }
      }
    }
  }
}

TEST_CASE("dates: four forms of one day, and no day that does not exist") {
  for (const char* text : {"2026-01-31", "2026年1月31日", "2026/1/31", "20260131", "2026.1.31", "２０２６-01-31"}) {
    CAPTURE(text);
    const auto date = parse_date(text);
    REQUIRE(date);
    CHECK(to_text(*date) == "2026-01-31");
  }
  CHECK(parse_date("2024-02-29"));
  CHECK(parse_date("2000-02-29"));
  for (const char* text : {"", "无", "2026", "2026-01", "2026-13-01", "2026-02-29", "1900-02-29", "2026-00-01",
                           "2026-01-00", "2026-01/31", "2026年1月31", "26-01-31", "2026-01-31x", "0131", "2026013"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text));
  }
  CHECK(*parse_date("2026-01-31") < *parse_date("2026-02-01"));
}

TEST_CASE("flags and counts: spellings people use, nothing else") {
  for (const char* text : {"是", "true", "yes", "True"}) CHECK(parse_flag(text) == true);
  for (const char* text : {"否", "false", "no", "NO"}) CHECK(parse_flag(text) == false);
  for (const char* text : {"", "1", "0", "对", "无"}) CHECK_FALSE(parse_flag(text));
  CHECK(parse_count("0") == 0);
  CHECK(parse_count("12") == 12);
  CHECK(parse_count("１２") == 12);
  for (const char* text : {"", "-1", "1.5", "1次", "一", "1234567890", " 1"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_count(text));
  }
}
