#pragma once

#include <string_view>

namespace matter::lsp {

/// Whether the keys at the margin of a text are labels rather than English keys, for the most part; English where there
/// is none.
[[nodiscard]] bool mostly_chinese_keys(std::string_view text);

}  // namespace matter::lsp
