#pragma once

#include <string>

#include "edit/draft.h"
#include "edit/style.h"

namespace matter {

/// The text of a new value, divided by the line that its key or dash stands on.
struct Rendered {
  std::string first;  ///< behind the key or dash; empty where all stands below
  std::string rest;   ///< whole lines below it
  bool open = false;  ///< ends in a block scalar whose last line break belongs to it
};

/// Where a new value stands in block style.
struct Place {
  std::uint32_t column = 0;  ///< of the key, or of the dash
  std::uint32_t inside = 0;  ///< of what stands below (or, of a collection behind a dash, of its entries)
  std::size_t used = 0;      ///< terminal columns that are taken on the line, for what fits
  bool behind_dash = false;
};

/// On one line: in flow style, with texts of several lines in double quotes.
[[nodiscard]] std::string render_inline(const Draft& draft, bool in_flow, const FileStyle& style);
/// As the value of a key or item in block style: block or flow as asked for, else as it fits best.
[[nodiscard]] Rendered render_value(const Draft& draft, const Place& place, const FileStyle& style);
/// A whole entry or item as lines of a block collection at `column`; `dash` is the width of a dash with its space.
[[nodiscard]] Rendered render_entry(const Draft& draft, std::uint32_t column, const FileStyle& style);
[[nodiscard]] Rendered render_item(const Draft& draft, std::uint32_t column, std::uint32_t dash,
                                   const FileStyle& style);

}  // namespace matter
