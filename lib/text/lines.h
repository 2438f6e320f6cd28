#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/source.h"

namespace matter {

/// Line and column as people count: both from 1, columns in characters (code points).
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  friend constexpr bool operator==(Position, Position) = default;
};

/// Where the lines of a text begin. LF, CRLF and a lone CR end a line, as in YAML.
class Lines {
 public:
  explicit Lines(std::string_view text);

  /// Position of a byte offset; offsets past the end give the end.
  [[nodiscard]] Position position(std::uint32_t offset) const;
  /// Text of a line (from 1) without its line break; empty past the end.
  [[nodiscard]] std::string_view line(std::uint32_t number) const;
  [[nodiscard]] Span line_span(std::uint32_t number) const;
  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(starts_.size()); }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> starts_;
};

}  // namespace matter
