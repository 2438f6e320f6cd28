#include "media/lines.h"

namespace matter {

std::optional<LineReader::Line> LineReader::next() {
  while (at_ < text_.size()) {
    const std::size_t begin = at_;
    std::size_t end = text_.find('\n', begin);
    at_ = end == std::string_view::npos ? text_.size() : end + 1;
    if (end == std::string_view::npos) end = text_.size();
    ++number_;
    std::string_view line = text_.substr(begin, end - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.find_first_not_of(" \t") == std::string_view::npos) continue;
    return Line{line, static_cast<std::uint32_t>(begin), number_};
  }
  return std::nullopt;
}

}  // namespace matter
