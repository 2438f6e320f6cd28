#pragma once

#include <string>
#include <vector>

#include "model/matter.h"
#include "text/source.h"

namespace matter {

/// One value of an effective matter, and where it stands.
struct ShownValue {
  std::string field;       ///< `limits.promised`, `materials[营业执照].form`, `clients[自然人]`
  std::string label;       ///< of the field; empty for keys that no table knows
  std::string value;       ///< in canonical form, as written where it was not understood; 无; empty of a list
  Location at;             ///< its key, of an item the item
  bool inherited = false;  ///< taken from the standard entry
  bool list = false;       ///< a list as a whole; its items follow
};

/// All values that are given, 无 or not understood, in the order of the tables; then keys that no table knows, by name.
[[nodiscard]] std::vector<ShownValue> values_of(const Matter& m);

}  // namespace matter
