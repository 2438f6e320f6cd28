#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/field.h"

namespace matter {

inline constexpr std::uint32_t no_item = 0xFFFFFFFFU;

/// An item of the old list and the one of the new list that is the same thing; one may be missing.
struct ItemPair {
  std::uint32_t before = no_item;
  std::uint32_t after = no_item;
};

/// Pairs the items of two lists of one field by identity: first by the list key (a code), then what is left
/// by its normalised name, then by all that it holds, at last by likeness (a name or code that was changed). Of several
/// with one identity, those that did not change are paired, then the others in their order. Never by index. Old items
/// come first, in their order; then the added ones in theirs.
[[nodiscard]] std::vector<ItemPair> match_items(const Field& list, const AnyList& before, const AnyList& after);

/// What reports call the items: `item_label`, made unique by `#2`, `#3` … where one stands several times.
[[nodiscard]] std::vector<std::string> item_labels(const Field& list, const AnyList& items);

}  // namespace matter
