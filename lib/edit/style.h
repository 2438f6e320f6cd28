#pragma once

#include <cstdint>
#include <string_view>

#include "doc/document.h"
#include "doc/yaml_writer.h"

namespace matter {

/// How a file is written where nothing beside a new value says otherwise; learned from all of it.
struct FileStyle {
  std::string_view line_break = "\n";  ///< the first one of the file
  std::uint32_t step = 2;              ///< spaces that a mapping below a key is further in
  std::uint32_t dash = 2;              ///< spaces that a dash below a key is further in; may be 0
  bool padded = false;                 ///< `{ a: b }` rather than `{a: b}`
  std::size_t width = flow_width;      ///< columns that a new flow collection may reach
};

/// The first line break of a text, `\n` where it has none.
[[nodiscard]] std::string_view first_break(std::string_view text);
[[nodiscard]] FileStyle learn_style(const Document& doc);

}  // namespace matter
