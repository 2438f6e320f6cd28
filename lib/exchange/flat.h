#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/mapping.h"

namespace matter {

/// Between the items' values: what the column says for that, unless it needs it for several values of one item.
[[nodiscard]] std::string_view separator_of(const Column& flat, const Column& column);

/// The text of each column of an object that is flat, made of its values by column and item. Columns of which no item
/// has a value are empty; in those that `escaped` says backslashes were put before separators.
[[nodiscard]] std::vector<std::string> write_flat(const Column& flat,
                                                  const std::vector<std::vector<std::string>>& values,
                                                  std::vector<bool>& escaped);

/// The values by column and item. Texts that do not come apart into as many items in every column that says anything
/// are taken whole, as of one item: they were not written by us. Nothing for columns without a text.
[[nodiscard]] std::vector<std::vector<std::string>> read_flat(
    const Column& flat, const std::vector<std::optional<std::string_view>>& texts);

}  // namespace matter
