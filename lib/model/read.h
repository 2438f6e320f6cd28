#pragma once

#include <string>
#include <vector>

#include "doc/document.h"
#include "model/field.h"
#include "model/matter.h"
#include "text/arena.h"

namespace matter {

/// A matter as written, from a mapping of the document. Never fails: what could not be understood
/// is in `problems`, what stands where no field is known stays in the document.
/// Views point into the document's text and arena and into `arena`; all must outlive the matter.
void read_matter(const Document& doc, NodeId node, Arena& arena, Matter& into);

/// The nodes of a document that are matters: each root mapping, or each item of a root list.
/// A node of any other kind is returned too (read_matter then reports not_a_matter). Null roots are skipped.
void matter_nodes(const Document& doc, std::vector<NodeId>& into);

/// Any struct with a field table (configuration files use it too). `path` names the record for
/// problems and is restored on return.
void read_record(const Document& doc, NodeId node, const Table& table, void* record, Arena& arena,
                 std::vector<Problem>& problems, std::string& path);

}  // namespace matter
