#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/path.h"

namespace matter {

/// How long a platform's column may be, where it holds a text of the model as it is.
struct ColumnLength {
  FieldPath path;                  ///< of a text, or of a list of texts
  std::uint32_t most = 0;          ///< characters
  bool joined = false;             ///< all texts at the path go into one column, with `separator` between
  std::uint32_t separator = 0;     ///< characters
  bool standard = false;           ///< a table of standard entries, else of implementing lists
  std::vector<std::string> types;  ///< 事项类型 that the table takes; empty: all
  std::string table, column;
};

/// The columns with a length of a platform's mapping (schemas/platforms/<platform>.yaml, compiled in). Columns
/// that hold codes, patterns or computed values are not among them: what they lose, only an export can tell. The
/// narrowest come first.
/// Empty for an unknown platform. Read once; views live as long as the program. Thread-safe.
[[nodiscard]] std::span<const ColumnLength> platform_lengths(std::string_view platform);

}  // namespace matter
