#pragma once

#include <fmt/core.h>

#include <string>
#include <type_traits>
#include <utility>

#include "diag/lang.h"

namespace matter {

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
