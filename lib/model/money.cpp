#include <algorithm>
#include <iterator>
#include <limits>

#include "model/scan.h"
#include "model/values.h"

namespace matter {

namespace {

bool holds_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

/// Digits with separators of thousands and a fraction; as fen, so that two places are exact.
/// Nothing where there is no number, more than two places, or more than the range holds.
std::optional<std::int64_t> take_fen(Scan& scan) {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max() / 10'000'000;
  std::int64_t value = 0;
  int places = -1;
  bool any = false;
  for (;; static_cast<void>(scan.take())) {
    const char32_t c = scan.peek();
    if (c == U',' && any && places < 0) continue;
    if (c == U'.' && any && places < 0) {
      places = 0;
      continue;
    }
    if (c < U'0' || c > U'9') break;
    any = true;
    if (places >= 0 && ++places > 2) return std::nullopt;
    value = value * 10 + static_cast<std::int64_t>(c - U'0');
    if (value > most) return std::nullopt;
  }
  if (!any || places == 0) return std::nullopt;
  for (int i = places < 0 ? 0 : places; i < 2; ++i) value *= 10;
  return value;
}

std::int64_t take_scale(Scan& scan) {
  if (scan.take("万")) return 10'000;
  if (scan.take("千")) return 1'000;
  if (scan.take("百")) return 100;
  return 1;
}

/// `10 元/本`, `¥10`, `每本 10 元`, `1.5 万元`; nothing for anything else.
std::optional<Money> one_amount(std::string_view text) {
  Scan scan(text);
  Money money{MoneyKind::amount, 0, {}};
  scan.skip_spaces();
  if (scan.take("每")) {
    const std::size_t start = scan.at();
    while (!scan.done() && scan.peek() > U'9') static_cast<void>(scan.take());
    money.per = trimmed(text.substr(start, scan.at() - start));
    if (money.per.empty()) return std::nullopt;
    scan.skip_spaces();
  }
  const bool sign = scan.take("¥") || scan.take("￥") || scan.take("人民币");
  scan.skip_spaces();
  const auto fen = take_fen(scan);
  if (!fen) return std::nullopt;
  scan.skip_spaces();
  money.fen = *fen * take_scale(scan);
  const bool unit = scan.take("人民币") || scan.take("元") || scan.take("圆");
  if (!unit && !sign) return std::nullopt;
  scan.take("人民币");
  scan.skip_spaces();
  if (scan.done()) return money;
  if (!money.per.empty()) return std::nullopt;
  if (scan.peek() == U'/') {
    static_cast<void>(scan.take());
  } else if (!scan.take("每")) {
    return std::nullopt;
  }
  scan.skip_spaces();
  money.per = trimmed(scan.rest());
  const bool plain = !money.per.empty() && money.per.find_first_of("0123456789;") == std::string_view::npos &&
                     !holds_any(money.per, {"，", "；", "。", "、", "元"});
  return plain ? std::optional(money) : std::nullopt;
}

/// How often a number is followed by 元 or %.
int amounts(std::string_view text) {
  int found = 0;
  Scan scan(text);
  while (!scan.done()) {
    if (scan.peek() < U'0' || scan.peek() > U'9') {
      static_cast<void>(scan.take());
      continue;
    }
    static_cast<void>(take_fen(scan));
    scan.skip_spaces();
    static_cast<void>(take_scale(scan));
    if (scan.take("元") || scan.take("‰") || scan.peek() == U'%') ++found;
  }
  return found;
}

}  // namespace

Money parse_money(std::string_view text) {
  constexpr std::string_view free[] = {"免费", "免收", "不收费", "免征", "不收取费用"};
  const std::string_view value = trimmed(text);
  if (std::find(std::begin(free), std::end(free), value) != std::end(free)) return {MoneyKind::free, 0, {}};
  if (auto amount = one_amount(value)) {
    if (amount->fen == 0) amount->kind = MoneyKind::free;
    return *amount;
  }
  if (amounts(value) >= 1) return {MoneyKind::tiers, 0, {}};
  if (holds_any(value, {"市场"})) return {MoneyKind::market, 0, {}};
  if (holds_any(value, {"标准", "规定", "执行", "文件", "按照", "依据", "按《", "计收", "〔", "办法"})) {
    return {MoneyKind::by_standard, 0, {}};
  }
  return {};
}

}  // namespace matter
