#pragma once

#include "doc/yaml/general_reduce.h"
#include "doc/yaml/general_tree.h"

namespace matter::general {

/// Compares the general reader's tree with the reduced one. Where they are the same, the tree gets
/// the exact spans, styles and tags; where not, it is refused: a finding names the place.
bool judge(Document& tree, const std::vector<Extra>& extras, const Reduction& reduction, Collector& findings);

/// Puts copies of the nodes they stand for in the place of aliases, within the limits.
bool expand_aliases(Document& tree, const std::vector<Extra>& extras, const YamlLimits& limits, Collector& findings);

/// Findings for keys that stand twice in a mapping. `written` is the number of nodes that were
/// written (copies made for aliases come after them and are not looked at again).
bool keys_are_unique(const Document& tree, std::size_t written, Collector& findings);

}  // namespace matter::general
