#include "media/guard.h"

#include <algorithm>

namespace matter {

namespace {

bool starts_formula(std::string_view text) {
  if (text.empty()) return false;
  static constexpr std::string_view wide[] = {"＝", "＋", "－", "＠"};
  return std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos ||
         std::any_of(std::begin(wide), std::end(wide), [&](std::string_view sign) { return text.starts_with(sign); });
}

/// Behind any apostrophes, so that guarding can always be undone.
bool needs_guard(std::string_view text) {
  const std::size_t at = text.find_first_not_of('\'');
  return at != std::string_view::npos && starts_formula(text.substr(at));
}

}  // namespace

std::string guarded(std::string_view text) { return needs_guard(text) ? "'" + std::string(text) : std::string(text); }

std::string unguarded(std::string_view cell) {
  if (cell.starts_with('\'') && needs_guard(cell)) cell.remove_prefix(1);
  return std::string(cell);
}

}  // namespace matter
