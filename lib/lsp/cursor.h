#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/field.h"
#include "text/source.h"

namespace matter::lsp {

/// Where the cursor stands, told by the lines above it alone: a text that is half written, or that a merge has left in
/// pieces, has a place to stand in all the same. Looks no farther up than the entry at the margin.
struct Cursor {
  enum class At : std::uint8_t { key, value, comment, nothing };
  At at = At::nothing;
  std::vector<std::string> keys;      ///< around it, outermost first; of a value its own key last
  std::vector<std::string> siblings;  ///< keys that stand in the same record, before it and below it
  Span word;                          ///< what is written of it up to the cursor, quotes included
  std::string written;                ///< the same without quotes
  bool flow = false;                  ///< inside brackets
  bool item = false;                  ///< an item of a list that has no key yet: a value, or the first key of a record
};

[[nodiscard]] Cursor cursor_at(std::string_view text, std::uint32_t offset);

/// The table that the keys lead into, from `first`; null where one of them leads nowhere.
[[nodiscard]] const Table* table_at(const Table& first, const std::vector<std::string>& keys);
/// The field that the last of the keys names; null where there is none.
[[nodiscard]] const Field* field_at(const Table& first, const std::vector<std::string>& keys);
/// As paths are written, in English keys: `materials.name`.
[[nodiscard]] std::string path_at(const Table& first, const std::vector<std::string>& keys);

}  // namespace matter::lsp
