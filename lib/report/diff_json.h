#pragma once

#include "ops/diff.h"
#include "report/sink.h"
#include "text/source.h"

namespace matter {

/// `matter.diff/1`, as schemas/reports/diff.schema.json tells it: what was counted, each matter and catalog.yaml that
/// is not the same with its changed fields, both judgements, places and, of long texts, the changed words.
///
/// Values are texts in canonical form (无 stands as the text 无), objects in English keys, arrays, or null where there
/// is none. Reductions are new minus old, so less is negative.
void write_diff_json(const DiffResult& result, const Sources& sources, const Sink& to);

}  // namespace matter
