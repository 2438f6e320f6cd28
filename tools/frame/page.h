#pragma once

#include <string>
#include <string_view>

#include "diag/lang.h"

namespace matter::cli {

/// The part of a command's page (commands/<name>.md, compiled in) in one language, as Markdown;
/// empty when there is none (a contract test looks).
[[nodiscard]] std::string_view page_of(std::string_view command, Lang lang);

/// Markdown (markdown.h) for a terminal, 80 columns.
[[nodiscard]] std::string for_terminal(std::string_view markdown, bool color);

}  // namespace matter::cli
