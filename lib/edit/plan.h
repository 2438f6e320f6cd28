#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "edit/draft.h"

namespace matter {

inline constexpr std::uint32_t no_part = 0xFFFFFFFFU;

/// A place in a collection as it shall be: a part that is there now, or a new one.
struct Slot {
  std::uint32_t part = no_part;  ///< number among the parts as written
  Draft fresh;                   ///< where `part` is none
};

/// What a document shall become, node by node; what is not named stays.
struct Plan {
  std::map<NodeId, std::vector<Slot>> slots;  ///< of collections
  std::map<NodeId, Draft> values;             ///< new values of nodes
  std::map<NodeId, std::string> keys;         ///< new names of keys
  std::vector<bool> touched;                  ///< by node: something in it, or it itself, changes

  /// The slots of a collection, as written where nothing is planned.
  [[nodiscard]] std::vector<Slot> slots_of(const Document& doc, NodeId collection) const;
};

}  // namespace matter
