#include "text/edit.h"

#include <cassert>

namespace matter {

std::string edited_text(std::string_view text, const std::vector<TextEdit>& edits) {
  std::string result;
  result.reserve(text.size());
  std::size_t at = 0;
  for (const TextEdit& edit : edits) {
    assert(edit.at.span.begin >= at && edit.at.span.end <= text.size());
    result.append(text, at, edit.at.span.begin - at);
    result.append(edit.text);
    at = edit.at.span.end;
  }
  result.append(text, at);
  return result;
}

}  // namespace matter
