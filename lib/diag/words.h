#pragma once

#include <fmt/core.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "diag/lang.h"

namespace matter {

/// A number of things. In English words the replacement field names the thing: `{:row}` is "1 row", "2 rows";
/// `{:matter is|matters are}` where an s is not enough. Without a name, as in Chinese, it is the number.
struct Counted {
  std::size_t number;
};

/// One message in both languages, as format strings whose arguments are checked when compiled.
/// Written where it is used: `out.error(at, {"缺少 {}", "{} is missing"}, label)`.
template <class... Args>
struct Words {
  fmt::format_string<Args...> zh;
  fmt::format_string<Args...> en;
};

template <class... Args>
using WordsFor = Words<std::type_identity_t<Args>...>;

/// The message in the language of the run.
template <class... Args>
[[nodiscard]] std::string say(Lang lang, const WordsFor<Args...>& words, Args&&... args) {
  return fmt::format(lang == Lang::zh ? words.zh : words.en, std::forward<Args>(args)...);
}

}  // namespace matter

template <>
struct fmt::formatter<matter::Counted> {
  constexpr auto parse(format_parse_context& context) {
    const auto* at = context.begin();
    const auto* const end = context.end();
    const auto* const begin = at;
    while (at != end && *at != '}') ++at;
    name_ = {begin, static_cast<std::size_t>(at - begin)};
    return at;
  }
  template <class Context>
  auto format(matter::Counted counted, Context& context) const {
    if (name_.empty()) return fmt::format_to(context.out(), "{}", counted.number);
    const bool one = counted.number == 1;
    const std::size_t bar = name_.find('|');
    if (bar == std::string_view::npos)
      return fmt::format_to(context.out(), "{} {}{}", counted.number, name_, one ? "" : "s");
    return fmt::format_to(context.out(), "{} {}", counted.number, one ? name_.substr(0, bar) : name_.substr(bar + 1));
  }

 private:
  std::string_view name_;
};
