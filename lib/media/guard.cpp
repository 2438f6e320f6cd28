#include "media/guard.h"

#include <algorithm>

namespace matter {

namespace {

/// Bytes of the sign that a formula begins with; 0 where there is none.
std::size_t formula_sign(std::string_view text) {
  if (text.empty()) return 0;
  static constexpr std::string_view wide[] = {"＝", "＋", "－", "＠"};
  if (std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos) return 1;
  if (text.front() != wide[0].front()) return 0;  // their first byte
  const auto* const at =
      std::find_if(std::begin(wide), std::end(wide), [&](std::string_view sign) { return text.starts_with(sign); });
  return at == std::end(wide) ? 0 : at->size();
}

/// Begins with a digit (or a point or bracket before one) and holds nothing but what numbers, days and times are
/// made of: rather one too many, the guard can be undone.
bool looks_like_number(std::string_view text) {
  static constexpr std::string_view words[] = {"年", "月", "日", "时", "分", "秒", "￥", "¥"};
  if (text.find_first_of("0123456789") == std::string_view::npos) return false;
  while (!text.empty()) {
    const auto* const word =
        std::find_if(std::begin(words), std::end(words), [&](std::string_view one) { return text.starts_with(one); });
    if (word == std::end(words) &&
        std::string_view("0123456789.,:/-+%$() eEaApPmM").find(text.front()) == std::string_view::npos) {
      return false;
    }
    text.remove_prefix(word == std::end(words) ? 1 : word->size());
  }
  return true;
}

/// Behind any apostrophes, so that guarding can always be undone.
bool needs_guard(std::string_view text, Guard against) {
  const std::size_t at = text.find_first_not_of('\'');
  if (at == std::string_view::npos) return false;
  const std::string_view bare = text.substr(at);
  if (against == Guard::runnable) return runs_as_formula(bare);
  return formula_sign(bare) != 0 || (against == Guard::numbers_too && looks_like_number(bare));
}

}  // namespace

bool runs_as_formula(std::string_view text) {
  const std::size_t sign = formula_sign(text);
  return sign != 0 && text.size() > sign && text.find_first_not_of("0123456789.", sign) != std::string_view::npos;
}

std::string guarded(std::string_view text, Guard against) {
  return needs_guard(text, against) ? "'" + std::string(text) : std::string(text);
}

std::string unguarded(std::string_view cell, Guard against) {
  if (cell.starts_with('\'') && needs_guard(cell, against)) cell.remove_prefix(1);
  return std::string(cell);
}

}  // namespace matter
