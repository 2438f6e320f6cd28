#include "model/values.h"

#include <fmt/format.h>

#include "model/scan.h"

namespace matter {

namespace {

struct UnitWord {
  std::string_view word;
  LimitUnit unit;
};
// Longer words before their beginnings.
constexpr UnitWord unit_words[] = {
    {"工作日", LimitUnit::working_day},
    {"自然日", LimitUnit::day},
    {"日历日", LimitUnit::day},
    {"日", LimitUnit::day},
    {"天", LimitUnit::day},
    {"周", LimitUnit::week},
    {"星期", LimitUnit::week},
    {"月", LimitUnit::month},
    {"年", LimitUnit::year},
};
/// Digits without leading zeros, one space, the unit's own name.
bool is_canonical(std::string_view text, LimitUnit unit) {
  const std::size_t digits = text.find_first_not_of("0123456789");
  if (digits == 0 || digits == std::string_view::npos || (text[0] == '0' && digits > 1)) return false;
  text.remove_prefix(digits);
  if (!text.starts_with(' ')) return false;
  text.remove_prefix(1);
  if (unit == LimitUnit::month) return text == "个月";
  return text == unit_name(unit);
}

constexpr std::string_view instant_words[] = {"当场办结", "当场办理", "即时办结", "即时办理", "当场", "即办", "即时"};

}  // namespace

std::optional<LimitValue> parse_limit(std::string_view text) {
  Scan scan(text);
  scan.skip_spaces();
  const bool number = !scan.done() && scan.rest().front() >= '0' && scan.rest().front() <= '9';
  for (const std::string_view word : instant_words) {
    if (number || !scan.take(word)) continue;
    scan.skip_spaces();
    if (!scan.done()) return std::nullopt;
    return LimitValue{0, LimitUnit::instant, text == "当场"};
  }
  const auto amount = scan.digits(6);
  if (!amount) return std::nullopt;
  scan.skip_spaces();
  if (scan.take("个")) scan.skip_spaces();
  for (const UnitWord& unit : unit_words) {
    if (!scan.take(unit.word)) continue;
    scan.skip_spaces();
    if (!scan.done()) return std::nullopt;
    return LimitValue{*amount, unit.unit, is_canonical(text, unit.unit)};
  }
  return std::nullopt;
}

std::string_view unit_name(LimitUnit unit) {
  switch (unit) {
    case LimitUnit::instant: return "当场";
    case LimitUnit::working_day: return "工作日";
    case LimitUnit::day: return "自然日";
    case LimitUnit::week: return "周";
    case LimitUnit::month: return "月";
    case LimitUnit::year: return "年";
  }
  return {};
}

std::string to_text(std::int32_t amount, LimitUnit unit) {
  if (unit == LimitUnit::instant) return std::string(unit_name(unit));
  return fmt::format("{} {}{}", amount, unit == LimitUnit::month ? "个" : "", unit_name(unit));
}

namespace {

/// A limit as whole calendar days: at least `least`, at most `most`, on every calendar.
struct Days {
  std::int64_t least;
  std::int64_t most;
};

// n working days take at least n days, and at most: the weekends (two days for each started five),
// and the public holidays. Those take at most twelve working days out of any ninety days: New Year 2,
// Spring Festival 7 (nine days in a row hold two that are a weekend anyway), Tomb-Sweeping 2 is the
// densest season, and one is added; days made up on weekends are not counted on.
Days working_days(std::int64_t n) {
  if (n == 0) return {0, 0};
  constexpr std::int64_t season = 90;
  constexpr std::int64_t holidays = 12;
  const std::int64_t plain = n + 2 * ((n + 4) / 5);
  const std::int64_t seasons = plain / (season - holidays) + 1;
  return {n, plain + holidays * seasons};
}

Days days_of(std::int64_t amount, LimitUnit unit) {
  switch (unit) {
    case LimitUnit::instant: return {0, 0};
    case LimitUnit::working_day: return working_days(amount);
    case LimitUnit::day: return {amount, amount};
    case LimitUnit::week: return {amount * 7, amount * 7};
    // One month has 28 to 31 days, two at least 59, three at least 89, twelve 365 or 366.
    case LimitUnit::month: return {amount == 0 ? 0 : amount * 30 - 2, amount * 31};
    case LimitUnit::year: return days_of(amount * 12, LimitUnit::month);
  }
  return {0, 0};
}

int sign(std::int64_t a, std::int64_t b) { return a < b ? -1 : a > b ? 1 : 0; }

}  // namespace

std::optional<int> compare_limits(const Limit& a, const Limit& b) {
  if (!a.given() || !b.given()) return std::nullopt;
  if (a.unit == b.unit) return sign(a.amount, b.amount);
  const auto months = [](const Limit& l) -> std::int64_t {
    return l.unit == LimitUnit::year ? l.amount * std::int64_t{12} : l.unit == LimitUnit::month ? l.amount : -1;
  };
  if (months(a) >= 0 && months(b) >= 0) return sign(months(a), months(b));
  const Days x = days_of(a.amount, a.unit);
  const Days y = days_of(b.amount, b.unit);
  if (x.most < y.least) return -1;
  if (x.least > y.most) return 1;
  if (x.least == x.most && y.least == y.most && x.least == y.least) return 0;
  return std::nullopt;
}

namespace {

bool exists(std::int32_t year, std::int32_t month, std::int32_t day) {
  constexpr std::int32_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= lengths[month - 1] + (month == 2 && leap ? 1 : 0);
}

}  // namespace

std::optional<DateValue> parse_date(std::string_view text) {
  Scan scan(text);
  scan.skip_spaces();
  std::optional<std::int32_t> year = scan.digits(8);
  std::optional<std::int32_t> month;
  std::optional<std::int32_t> day;
  if (!year) return std::nullopt;
  if (*year > 9999) {  // 20260131
    day = *year % 100;
    month = *year / 100 % 100;
    year = *year / 10000;
    if (*year < 1000) return std::nullopt;
  } else {
    if (*year < 1000) return std::nullopt;
    const bool words = scan.take("年");
    const char32_t between = words ? 0 : scan.take();
    if (!words && between != U'-' && between != U'/' && between != U'.') return std::nullopt;
    month = scan.digits(2);
    if (words ? !scan.take("月") : scan.take() != between) return std::nullopt;
    day = scan.digits(2);
    if (words && !scan.take("日")) return std::nullopt;
  }
  scan.skip_spaces();
  if (!scan.done() || !month || !day || !exists(*year, *month, *day)) return std::nullopt;
  return DateValue{static_cast<std::int16_t>(*year), static_cast<std::uint8_t>(*month),
                   static_cast<std::uint8_t>(*day)};
}

std::string to_text(const DateValue& date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, static_cast<int>(date.month), static_cast<int>(date.day));
}

std::optional<bool> parse_flag(std::string_view text) {
  constexpr std::string_view yes[] = {"是", "true", "yes", "True", "TRUE", "Yes", "YES"};
  constexpr std::string_view no[] = {"否", "false", "no", "False", "FALSE", "No", "NO"};
  for (std::size_t i = 0; i < std::size(yes); ++i) {
    if (text == yes[i]) return true;
    if (text == no[i]) return false;
  }
  return std::nullopt;
}

std::optional<std::int32_t> parse_count(std::string_view text) {
  Scan scan(text);
  const auto value = scan.digits(9);
  if (!scan.done()) return std::nullopt;
  return value;
}

}  // namespace matter
