#pragma once

#include <map>
#include <optional>
#include <set>
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

/// The compiled-in table and what a catalog adds to it, day by day.
class Calendar {
 public:
  /// The compiled-in table alone.
  [[nodiscard]] static const Calendar& usual();

  /// A day that is worked or not, whatever the table says. Its year is covered from now on.
  void set(const DateValue& day, bool worked);
  [[nodiscard]] bool covers(int year) const;
  /// The compiled-in years, and those that follow without a gap.
  [[nodiscard]] CalendarYears years() const;

  /// Nothing is said of years that are not covered.
  [[nodiscard]] std::optional<bool> is_working_day(const DateValue& day) const;
  /// Working days after `from` up to and including `to`: as limits are counted, the day itself is none (民法典
  /// 第201条). 0 where `to` is not after `from`.
  [[nodiscard]] std::optional<int> working_days_after(const DateValue& from, const DateValue& to) const;
  /// The `count`-th working day after `from`; `from` for 0.
  [[nodiscard]] std::optional<DateValue> after_working_days(const DateValue& from, int count) const;

 private:
  std::map<DateValue, bool> days_;
  std::set<int> years_;  ///< beside those of the table
};
/// Monday to Friday, whatever holidays there are.
[[nodiscard]] bool is_weekday(const DateValue& day);

/// By the compiled-in table.
[[nodiscard]] std::optional<bool> is_working_day(const DateValue& day);
[[nodiscard]] std::optional<int> working_days_after(const DateValue& from, const DateValue& to);
[[nodiscard]] std::optional<DateValue> after_working_days(const DateValue& from, int count);

}  // namespace matter
