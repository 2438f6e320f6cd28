#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/field.h"

namespace matter {

inline constexpr std::uint32_t no_partner = 0xFFFFFFFFU;

/// Which item of another list each item of a list is: as one of them says under `standard`, else by key, else by names,
/// normalised, titles without 《》. Where items have several names (a basis: title, number, article), one that a side
/// does not say is no difference.
struct Pairing {
  std::vector<std::uint32_t>
      partner;                      ///< by number of the own item; `no_partner`: none. Empty: each is its own number's
  std::vector<std::uint32_t> left;  ///< items of the other list without a partner, in order

  [[nodiscard]] std::uint32_t of(std::uint32_t own) const { return partner.empty() ? own : partner[own]; }
};
[[nodiscard]] Pairing pair_items(const Field& list, const AnyList& own, const AnyList& other);

/// The names of an item as they are compared; of a scalar item its value.
[[nodiscard]] std::string names_of(const Field& list, const void* item);

/// The text of a value as it is compared: of a file its name, wherever it lies.
[[nodiscard]] std::string element_text(const Field& field, const Scalar& value);

}  // namespace matter
