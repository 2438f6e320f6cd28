#pragma once

#include <vector>

#include "doc/document.h"
#include "model/matter.h"
#include "text/arena.h"

namespace matter {

/// A list of records of a matter that was not read yet.
struct UnreadList {
  const Field* field = nullptr;
  NodeId node = no_node;
};

/// As read_matter, but the matter's own lists of records stand as given and empty; each is put to `left`. For whoever
/// looks into few of them: they are most of a matter.
void read_matter_but_lists(const Document& doc, NodeId node, Arena& arena, Matter& into, std::vector<UnreadList>& left);

/// Reads one of them: the list is then what read_matter makes of it, and its problems stand behind the others.
void read_list(const Document& doc, const UnreadList& list, Arena& arena, Matter& into);

}  // namespace matter
