#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diag/lang.h"
#include "text/edit.h"

namespace matter::lsp {

/// A comment on a line of its own that hides what a rule finds at a place.
struct Suppression {
  TextEdit edit;
  bool whole = false;  ///< it stands at the top and covers all of the document
};

/// `# matter: 忽略 RULE reason` above the line of `at`. Nothing where such a comment would not cover the place, or
/// would change what is read. Without a reason the rule suppression-unused asks for one.
[[nodiscard]] std::optional<Suppression> suppression(std::string_view text, std::uint32_t at, std::string_view rule,
                                                     std::string_view reason, Lang lang);

}  // namespace matter::lsp
