#pragma once

#include <string>
#include <string_view>

namespace matter {

/// A text in a line of Markdown, also in a cell of a table: no markup, no mention, no reference, no link. Never at the
/// beginning of a line.
[[nodiscard]] std::string markdown_text(std::string_view text);

}  // namespace matter
