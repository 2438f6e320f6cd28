#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "text/source.h"

namespace matter {

/// The lines of a text that hold something, one after the other (JSON lines, one value a line).
/// LF or CRLF ends a line; a byte order mark before the first is passed over.
class LineReader {
 public:
  explicit LineReader(std::string_view text) : text_(text), at_(text.starts_with("\xEF\xBB\xBF") ? 3 : 0) {}

  struct Line {
    std::string_view text;
    std::uint32_t offset = 0;  ///< of its first byte in the whole text
    std::uint32_t number = 0;  ///< from 1
  };
  /// The next line that is not blank, or nothing at the end.
  [[nodiscard]] std::optional<Line> next();

 private:
  std::string_view text_;
  std::size_t at_;
  std::uint32_t number_ = 0;
};

}  // namespace matter
