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

bool is_covered(const DateValue& day) { return day.year >= table().years.first && day.year <= table().years.last; }

/// Of a day that the table covers. An exception turns a day round: Monday to Friday off, a weekend on.
bool works(const DateValue& day) {
  const unsigned weekday = std::chrono::weekday(days_of(day)).iso_encoding();
  constexpr unsigned friday = 5;
  const bool usual = weekday <= friday;
  const std::size_t at = table().rows.find(to_text(day) + ',');
  return at == std::string_view::npos ? usual : !usual;
}

}  // namespace

CalendarYears calendar_years() { return table().years; }
std::string_view calendar_source() { return table().source; }

std::optional<bool> is_working_day(const DateValue& day) {
  if (!is_covered(day)) return std::nullopt;
  return works(day);
}

std::optional<int> working_days_after(const DateValue& from, const DateValue& to) {
  if (!is_covered(from) || !is_covered(to)) return std::nullopt;
  int count = 0;
  for (auto day = days_of(from) + std::chrono::days(1); day <= days_of(to); day += std::chrono::days(1))
    if (works(value_of(day))) ++count;
  return count;
}

std::optional<DateValue> after_working_days(const DateValue& from, int count) {
  if (!is_covered(from)) return std::nullopt;
  auto day = days_of(from);
  while (count > 0) {
    day += std::chrono::days(1);
    const DateValue value = value_of(day);
    if (!is_covered(value)) return std::nullopt;
    if (works(value)) --count;
  }
  return value_of(day);
}

}  // namespace matter
