#pragma once

#include <cstdint>
#include <string_view>

#include "text/lines.h"
#include "text/source.h"

namespace matter::lsp {

/// What a client counts characters of a line in. Within the program a place is always a byte offset.
enum class Counting : std::uint8_t { utf8, utf16 };

/// Line and character of the protocol, both from 0.
struct Place {
  std::uint32_t line = 0, character = 0;
  friend constexpr bool operator==(Place, Place) = default;
};

/// Places past the end of a line mean its end, past the last line the end of the text; one inside a character means
/// its begin.
[[nodiscard]] std::uint32_t offset_of(Place place, std::string_view text, const Lines& lines, Counting counting);
[[nodiscard]] Place place_of(std::uint32_t offset, std::string_view text, const Lines& lines, Counting counting);

}  // namespace matter::lsp
