#pragma once

#include <string>

#include "support/random.h"

namespace matter::test {

/// Changes a catalog file as people do with an editor, and nothing else: a value reworded, an entry or item taken out,
/// copied under another name, moved by one place, a comment written above or behind. The text stays in the dialect;
/// an edit that would leave it is not made.
[[nodiscard]] std::string edit_text(const std::string& text, Random& random, std::size_t edits);

/// One edit inside one top-level entry, named by its key in `entry`; empty where nothing could be changed.
[[nodiscard]] std::string edit_one_entry(const std::string& text, Random& random, std::string& entry);

}  // namespace matter::test
