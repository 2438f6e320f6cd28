#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "diag/lang.h"
#include "model/value.h"

namespace matter {

/// Words that stand for nothing: 无, /, -, 暂无, 略 … (the whole text, a full stop after it apart).
[[nodiscard]] bool is_filler(std::string_view text);
/// A short text that only sends the reader elsewhere: 详见办事指南.
[[nodiscard]] bool is_referral(std::string_view text);
/// Whether a value says nothing: absent, 无, empty or a filler. A wrong value says something.
[[nodiscard]] bool says_nothing(const Scalar& value);

/// The part of a text that is a template leftover (××, {{…}}, 请填写) or masked (***); empty where there is none.
/// Only what is certain: 某 and a single X are part of real names.
[[nodiscard]] std::string_view find_leftover(std::string_view text);
/// Only the words (请填写), which stand at the front.
[[nodiscard]] std::string_view find_leftover_words(std::string_view text);
/// Quick no for a whole file's text: whether a part of it could hold a leftover of signs (not of words).
[[nodiscard]] bool may_hold_leftover_signs(std::string_view text);

/// The part of a material's name that is a catch-all (其他材料, 等相关材料); empty where there is none.
[[nodiscard]] std::string_view find_catch_all_material(std::string_view name);
/// The part of a condition that is one (法律法规规定的其他条件); 其他情形 is none.
[[nodiscard]] std::string_view find_catch_all_condition(std::string_view text);

/// Whether a text cites a law, regulation or document: a title in 《》, a clause (第八条) or a document number.
[[nodiscard]] bool cites_rule(std::string_view text);

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
[[nodiscard]] constexpr bool is_letter(char c) { return lowered(c) >= 'a' && lowered(c) <= 'z'; }

[[nodiscard]] bool contains(std::string_view text, std::string_view needle);
/// Whether the text contains one of the needles.
template <std::size_t N>
[[nodiscard]] bool contains_any(std::string_view text, const std::string_view (&needles)[N]) {
  for (const std::string_view needle : needles)
    if (contains(text, needle)) return true;
  return false;
}

/// Numbers in messages: 2 次, "twice"; 5 个字符, "5 characters".
[[nodiscard]] std::string times(Lang lang, std::int32_t n);
[[nodiscard]] std::string characters(Lang lang, std::size_t n);

/// Equal for texts whose normalised forms are equal; cheap, without memory: made of ideographs, letters and digits.
[[nodiscard]] std::uint64_t signature(std::string_view text);

}  // namespace matter
