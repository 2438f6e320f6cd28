#include "media/guard.h"

#include <doctest/doctest.h>

#include "support/random.h"

using namespace matter;

TEST_CASE("guard: what a spreadsheet would make a number, a day or a time of") {
  for (const std::string_view text : {"0", "00123", "350200000000", "1e5", "1-2", "12/3", "3月1日", "2026年1月5日",
                                      "1:30", "+86 592", "(12)", "￥10", "50%", "=1+1", "\t1", "＝1"}) {
    CAPTURE(text);
    CHECK(guarded(text, Guard::numbers_too) == "'" + std::string(text));
  }
  for (const std::string_view text :
       {"", "示例", "20 工作日", "第三条", "a", "e", "11350200000000000Y3000199001000", "年", "'"}) {
    CAPTURE(text);
    CHECK(guarded(text, Guard::numbers_too) == text);
  }
  CHECK(guarded("00123") == "00123");
}

TEST_CASE("guard: every guard can be undone, and what was not guarded stays") {
  matter::test::Random random(5);
  const std::string_view pieces[] = {"'", "=", "1", "-", "月", "甲", "\t", "＋", "e", " "};
  for (int i = 0; i < 5000; ++i) {
    std::string text;
    for (std::size_t n = random.below(7); n > 0; --n) text += pieces[random.below(std::size(pieces))];
    for (const Guard against : {Guard::formulas, Guard::runnable, Guard::numbers_too}) {
      CAPTURE(text);
      CHECK(unguarded(guarded(text, against), against) == text);
    }
  }
}

TEST_CASE("guard: what a spreadsheet would run, full-width signs too, and no sign alone and no number") {
  for (const std::string_view text : {"=1+1", "＝1+1", "＋甲", "－甲", "＠甲", "-甲", "@a", "\t=1"}) {
    CAPTURE(text);
    CHECK(runs_as_formula(text));
    CHECK(guarded(text, Guard::runnable) == "'" + std::string(text));
    CHECK(guarded("'" + std::string(text), Guard::runnable) == "''" + std::string(text));
  }
  for (const std::string_view text : {"", "-", "－", "-12.5", "＋86", "甲=1", "、", "'", "'甲"}) {
    CAPTURE(text);
    CHECK_FALSE(runs_as_formula(text));
    CHECK(guarded(text, Guard::runnable) == text);
  }
}
