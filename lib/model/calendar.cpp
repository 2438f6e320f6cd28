#include "model/calendar.h"

#include <algorithm>
#include <chrono>
#include <string>

#include "text/embedded.h"

namespace matter {

namespace {

constexpr std::size_t date_length = 10;

/// Lines `2026-01-01,休,元旦` in order of date, below a header of `#` lines.
struct Table {
  std::string_view rows;
  std::string_view source;
  CalendarYears years;
};

std::string_view line_at(std::string_view text) { return text.substr(0, text.find('\n')); }

Table open_table() {
  Table table;
  table.rows = embedded("calendar.csv").value_or(std::string_view{});
  constexpr std::string_view source = "# source: ";
  while (table.rows.starts_with('#')) {
    const std::string_view line = line_at(table.rows);
    if (line.starts_with(source)) table.source = line.substr(source.size());
    table.rows.remove_prefix(std::min(line.size() + 1, table.rows.size()));
  }
  if (table.rows.empty()) return table;
  const std::size_t last = table.rows.rfind('\n', table.rows.size() - 2);
  const auto year = [](std::string_view line) {
    return parse_date(line.substr(0, date_length)).value_or(DateValue{}).year;
  };
  table.years = {year(table.rows), year(table.rows.substr(last == std::string_view::npos ? 0 : last + 1))};
  return table;
}

const Table& table() {
  static const Table opened = open_table();
  return opened;
}

std::chrono::sys_days days_of(const DateValue& day) {
  return std::chrono::sys_days(std::chrono::year(day.year) / std::chrono::month(day.month) / std::chrono::day(day.day));
}

DateValue value_of(std::chrono::sys_days days) {
  const std::chrono::year_month_day day(days);
  return {static_cast<std::int16_t>(static_cast<int>(day.year())),
          static_cast<std::uint8_t>(static_cast<unsigned>(day.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(day.day()))};
}

/// An exception turns a day round: Monday to Friday off, a weekend on.
bool table_works(const DateValue& day) {
  const std::size_t at = table().rows.find(to_text(day) + ',');
  return (at == std::string_view::npos) == is_weekday(day);
}

}  // namespace

CalendarYears calendar_years() { return table().years; }
std::string_view calendar_source() { return table().source; }

bool is_weekday(const DateValue& day) {
  constexpr unsigned friday = 5;
  return std::chrono::weekday(days_of(day)).iso_encoding() <= friday;
}

const Calendar& Calendar::usual() {
  static const Calendar calendar;
  return calendar;
}

void Calendar::set(const DateValue& day, bool worked) {
  days_[day] = worked;
  years_.insert(day.year);
}

bool Calendar::covers(int year) const {
  return (year >= table().years.first && year <= table().years.last) || years_.contains(year);
}

CalendarYears Calendar::years() const {
  CalendarYears years = table().years;
  while (covers(years.first - 1)) --years.first;
  while (covers(years.last + 1)) ++years.last;
  return years;
}

std::optional<bool> Calendar::is_working_day(const DateValue& day) const {
  if (!covers(day.year)) return std::nullopt;
  const auto own = days_.find(day);
  return own != days_.end() ? own->second : table_works(day);
}

std::optional<int> Calendar::working_days_after(const DateValue& from, const DateValue& to) const {
  for (int year = from.year; year <= to.year; ++year) {
    if (!covers(year)) return std::nullopt;
  }
  if (!covers(from.year) || !covers(to.year)) return std::nullopt;
  int count = 0;
  for (auto day = days_of(from) + std::chrono::days(1); day <= days_of(to); day += std::chrono::days(1))
    if (is_working_day(value_of(day)) == true) ++count;
  return count;
}

std::optional<DateValue> Calendar::after_working_days(const DateValue& from, int count) const {
  if (!covers(from.year)) return std::nullopt;
  auto day = days_of(from);
  while (count > 0) {
    day += std::chrono::days(1);
    const auto worked = is_working_day(value_of(day));
    if (!worked) return std::nullopt;
    if (*worked) --count;
  }
  return value_of(day);
}

std::optional<bool> is_working_day(const DateValue& day) { return Calendar::usual().is_working_day(day); }

std::optional<int> working_days_after(const DateValue& from, const DateValue& to) {
  return Calendar::usual().working_days_after(from, to);
}

std::optional<DateValue> after_working_days(const DateValue& from, int count) {
  return Calendar::usual().after_working_days(from, count);
}

}  // namespace matter
