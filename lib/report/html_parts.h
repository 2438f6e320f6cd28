#pragma once

#include <string>
#include <string_view>

#include "diag/lang.h"

// What all pages share: texts that cannot become markup, the head with its policy, the look.

namespace matter {

/// Markup as entities, for elements and for attributes in double quotes.
[[nodiscard]] std::string html_escaped(std::string_view text);
/// The same of a text of unknown origin: controls and what turns the direction of writing become visible signs.
[[nodiscard]] std::string html_shown(std::string_view text);

/// An element around markup that is made already; `open` is its name with its attributes: `p class="soft"`.
[[nodiscard]] std::string html_around(std::string_view open, std::string_view markup);
/// An element around a text, which is escaped only.
[[nodiscard]] std::string html_element(std::string_view open, std::string_view text);

/// A page that stands alone: nothing is fetched, and no style and no script runs but these two.
struct HtmlPage {
  Lang lang = Lang::en;
  std::string title;
  std::string_view style;   ///< behind the look that all pages share
  std::string_view script;  ///< ours; empty: none may run
};
/// From the doctype to the open body.
[[nodiscard]] std::string html_head(const HtmlPage& page);
/// The script, and the end.
[[nodiscard]] std::string html_end(const HtmlPage& page);

}  // namespace matter
