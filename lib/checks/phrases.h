#pragma once

#include <string_view>

namespace matter {

/// Each finds a part of a text, as a view into it; empty where there is none.

/// Two things in one material's name, joined by 、 or 及: 身份证、户口簿. Only where both sides are papers by their
/// last words; what stands in brackets or 《》 is passed over, and a thing and its copy (…及复印件) are one.
[[nodiscard]] std::string_view find_joint(std::string_view name);

/// Wording that nobody can test: 有关, 相关, 适当, 必要时, and 等 where a list ends. Titles in 《》 are passed over.
[[nodiscard]] std::string_view find_vague(std::string_view text);

/// An HTML tag, or an entity (&nbsp;, &amp;amp;).
[[nodiscard]] std::string_view find_markup(std::string_view text);

}  // namespace matter
