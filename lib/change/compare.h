#pragma once

#include <vector>

#include "change/change.h"
#include "model/matter.h"

namespace matter {

/// One side of a comparison: any record with a field table, and how it was read.
struct CompareSide {
  const void* record = nullptr;
  UnknownFields unknown;             ///< all problems of reading, and the document that their nodes are in
  const Matter* inherits = nullptr;  ///< the standard entry of an effective matter
  SourceId source = no_source;       ///< whatever comes from another source is inherited
  bool licence = false;              ///< 许可: decides what 无 means in some fields
};

/// All that differs, in the order of the table; fields that no table knows come last.
///
/// Not a change: order of keys, quoting, comments, the language of keys, width and white space of texts,
/// spellings of one value, order of lists that are not `ordered`, and 无 against absent where 无 is filler.
/// Where 无 means "there is none", it differs from absent. A value that was not understood is compared by its text.
[[nodiscard]] std::vector<Change> compare_records(const Table& table, const CompareSide& before,
                                                  const CompareSide& after);

/// Two matters, effective or as written.
[[nodiscard]] std::vector<Change> compare(const Matter& before, const Matter& after);

}  // namespace matter
