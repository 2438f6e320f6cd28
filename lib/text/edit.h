#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/source.h"

namespace matter {

/// Replace the bytes under `at` by `text`.
struct TextEdit {
  Location at;
  std::string text;
};

/// The text after all edits, which are in order and do not overlap (several may insert at one place, in their
/// order); nothing else is touched. Their sources are not looked at.
[[nodiscard]] std::string edited_text(std::string_view text, const std::vector<TextEdit>& edits);

}  // namespace matter
