#include "lsp/words.h"

#include <algorithm>
#include <cstddef>

namespace matter::lsp {

bool mostly_chinese_keys(std::string_view text) {
  std::size_t chinese = 0;
  std::size_t english = 0;
  for (std::size_t at = 0; at < text.size(); at = std::min(text.find('\n', at), text.size() - 1) + 1) {
    const char first = text[at];
    if (static_cast<unsigned char>(first) >= 0x80U) ++chinese;
    if (first >= 'a' && first <= 'z') ++english;
  }
  return chinese > english;
}

}  // namespace matter::lsp
