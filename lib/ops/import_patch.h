#pragma once

#include <set>
#include <string>
#include <vector>

#include "model/path.h"
#include "ops/field_edits.h"
#include "ops/import_plan.h"

namespace matter {

/// The sides of an import of one matter.
struct PatchSides {
  const Matter& catalog;     ///< effective
  SourceId source;           ///< the file that it stands in; values of other files are inherited
  const Matter& would_come;  ///< what an unchanged export of it would come back as
  const Matter& came;
  bool absence_speaks = true;         ///< what is lacking in `came` and not in `would_come` was taken away
  const std::set<std::string>& rows;  ///< paths of lists whose items are rows: without any, the list is empty
  /// Where texts go that an export makes of several values, and that do not come apart again.
  std::vector<FieldPath> whole_texts = {};
};

struct Patch {
  std::vector<FieldEdit> edits;  ///< of the matter as written; `number` is 0
  std::vector<PlannedChange> changes, kept;
};

/// What must be edited so that the matter says what came. Where the catalog says it already, in its own file or by its
/// standard entry, nothing is.
[[nodiscard]] Patch patch_of(const PatchSides& sides);

}  // namespace matter
