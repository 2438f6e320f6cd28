#pragma once

#include <string>
#include <vector>

#include "doc/document.h"
#include "model/content.h"

namespace matter {

/// A part of a document that no field table describes; no node: there is nothing.
struct TreeSide {
  const Document* document = nullptr;
  NodeId node = no_node;
  Location at;  ///< used where there is no node
};

struct TreeChange {
  std::vector<std::string> keys;  ///< of the mappings on the way down
  Content before, after;
  Location before_at, after_at;
};

/// Mappings are compared key by key, in any order; everything else as a whole and exactly. An empty value and
/// a missing key are the same.
[[nodiscard]] std::vector<TreeChange> compare_trees(const TreeSide& before, const TreeSide& after);

/// Whether two contents are equal but for the order of keys. Their own keys do not count.
[[nodiscard]] bool same_content(const Content& a, const Content& b);

}  // namespace matter
