#pragma once

#include <cstdint>
#include <string_view>

namespace matter {

enum class Lang : std::uint8_t { zh, en };

/// A fixed text in both languages. Both are always given (a contract test looks for empty ones).
struct Bilingual {
  std::string_view zh;
  std::string_view en;

  [[nodiscard]] constexpr std::string_view in(Lang lang) const { return lang == Lang::zh ? zh : en; }
};

/// Chinese where the locale (LC_ALL, LC_MESSAGES, LANG in this order) is Chinese, else English.
[[nodiscard]] Lang lang_of_environment();

}  // namespace matter
