#pragma once

#include <optional>
#include <string_view>

#include "model/values.h"

namespace matter {

/// Working days (工作日) by the yearly arrangements of public holidays, from the compiled-in table `calendar.csv`.
/// Nothing is said of years that the table does not hold: next year's arrangement is published in autumn.

/// First and last year of the table.
struct CalendarYears {
  int first = 0, last = 0;
};
[[nodiscard]] CalendarYears calendar_years();
/// What the table was made of, for reports.
[[nodiscard]] std::string_view calendar_source();

[[nodiscard]] std::optional<bool> is_working_day(const DateValue& day);
/// Working days after `from` up to and including `to`: as limits are counted, the day itself is none (民法典 第201条).
/// 0 where `to` is not after `from`.
[[nodiscard]] std::optional<int> working_days_after(const DateValue& from, const DateValue& to);
/// The `count`-th working day after `from`; `from` for 0.
[[nodiscard]] std::optional<DateValue> after_working_days(const DateValue& from, int count);

}  // namespace matter
