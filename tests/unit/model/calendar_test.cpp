#include <doctest/doctest.h>

#include "model/calendar.h"

using namespace matter;

// The arrangement of 2026: 1 January off, Sunday 4 January worked; 15 to 23 February off, 14 and 28 February worked.

TEST_CASE("calendar: weekends, holidays and the days worked instead") {
  CHECK(is_working_day({2026, 1, 5}) == true);    // Monday
  CHECK(is_working_day({2026, 1, 10}) == false);  // Saturday
  CHECK(is_working_day({2026, 1, 1}) == false);   // Thursday, off
  CHECK(is_working_day({2026, 1, 4}) == true);    // Sunday, worked
  CHECK(is_working_day({2026, 2, 14}) == true);
  CHECK(is_working_day({2026, 2, 18}) == false);
}

TEST_CASE("calendar: nothing is said of years that are not in the table") {
  CHECK(calendar_years().first == 2004);
  CHECK(calendar_years().last >= 2026);
  CHECK(!is_working_day({1999, 1, 4}).has_value());
  CHECK(!working_days_after({2026, 1, 1}, {2999, 1, 1}).has_value());
  CHECK(!after_working_days({static_cast<std::int16_t>(calendar_years().last), 12, 31}, 1).has_value());
  CHECK(!calendar_source().empty());
}

TEST_CASE("calendar: days are counted from the day after") {
  CHECK(working_days_after({2026, 1, 5}, {2026, 1, 8}) == 3);
  CHECK(working_days_after({2026, 2, 13}, {2026, 2, 24}) == 2);  // Saturday 14 and Tuesday 24
  CHECK(working_days_after({2026, 1, 8}, {2026, 1, 5}) == 0);
  CHECK(after_working_days({2026, 2, 13}, 2) == DateValue{2026, 2, 24});
  CHECK(after_working_days({2026, 1, 5}, 0) == DateValue{2026, 1, 5});
}

TEST_CASE("calendar: counting and adding agree") {
  for (std::uint8_t day = 1; day <= 28; ++day) {
    for (int n = 1; n < 15; ++n) {
      const DateValue from{2025, 9, day};
      const auto to = after_working_days(from, n);
      REQUIRE(to.has_value());
      CHECK(working_days_after(from, *to) == n);
      CHECK(is_working_day(*to) == true);
    }
  }
}
