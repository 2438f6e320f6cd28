#pragma once

#include "diag/lang.h"
#include "report/sink.h"

namespace matter {

/// All kinds of changes for people, grouped by field: id, judgements, sentence, example.
void write_change_types(Lang lang, const Sink& to);

/// `matter.changes/1`: {"schema", "changes": [{"id", "field", "public", "systems", "summary": {"zh", "en"},
/// "example": {"old", "new"}}]}; null where an example has nothing. `field` is null of whole matters and of what no
/// field table knows; fields of catalog.yaml begin with `catalog:`.
void write_change_types_json(const Sink& to);

}  // namespace matter
