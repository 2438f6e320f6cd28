#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/value.h"

namespace matter {

struct LimitValue {
  std::int32_t amount = 0;
  LimitUnit unit = LimitUnit::working_day;
  bool canonical = false;  ///< written in the canonical form, `20 工作日`
};
/// Digits (full-width too) with or without space and 个 before 工作日, 日/天/自然日, 周, 月, 年; 当场/即办/即时.
/// Nothing for what is no limit.
[[nodiscard]] std::optional<LimitValue> parse_limit(std::string_view text);
/// Canonical form: `20 工作日`, `3 个月`, `当场`.
[[nodiscard]] std::string to_text(std::int32_t amount, LimitUnit unit);
[[nodiscard]] std::string_view unit_name(LimitUnit unit);
/// −1, 0, 1 when the order of two limits is certain on every calendar, nothing when it is not (or one is
/// not given). Exact within 自然日 and 周, and within 月 and 年. Else by bounds in calendar days: n working
/// days are at least n and at most n + two for every started five + twelve holidays for every started ninety days;
/// n months at least 30n − 2 and at most 31n. So 5 工作日 < 30 自然日 is certain, 20 工作日 against 1 个月 is not.
[[nodiscard]] std::optional<int> compare_limits(const Limit& a, const Limit& b);

/// A calendar date: 2026-01-31, 2026年1月31日, 2026/1/31, 20260131. Nothing for a date that does not exist.
struct DateValue {
  std::int16_t year = 0;
  std::uint8_t month = 0;
  std::uint8_t day = 0;
  friend constexpr auto operator<=>(const DateValue&, const DateValue&) = default;
};
[[nodiscard]] std::optional<DateValue> parse_date(std::string_view text);
[[nodiscard]] std::string to_text(const DateValue& date);

/// 是/否 and their other spellings.
[[nodiscard]] std::optional<bool> parse_flag(std::string_view text);
[[nodiscard]] std::optional<std::int32_t> parse_count(std::string_view text);

/// What a telephone field says, which may be several numbers with words between.
struct Phones {
  struct Number {
    std::string digits;  ///< area code and number, without extension
    std::string extension;
    bool valid = false;  ///< hotline, mobile, area code + 7–8 digits (8 after 010 and 02x), 400/800, 7–8 digits alone
    bool hotline = false;  ///< 12345 and the like: 5–6 digits beginning with 1 or 9, area code allowed
    bool mobile = false;
    bool area_code = false;
    std::string_view reason;  ///< why not valid: "length", "area-code", "digits"
  };
  std::vector<Number> numbers;  ///< empty: nothing that could be meant as one
};
[[nodiscard]] Phones parse_phones(std::string_view text);

/// An amount of money as people write it.
enum class MoneyKind : std::uint8_t { free, amount, tiers, by_standard, market, unreadable };
struct Money {
  MoneyKind kind = MoneyKind::unreadable;
  std::int64_t fen = 0;  ///< of `amount`, in 1/100 yuan
  std::string_view per;  ///< 本, 份, 平方米 …; may be empty
};
[[nodiscard]] Money parse_money(std::string_view text);

}  // namespace matter
