#pragma once

#include "ops/diff.h"
#include "report/sink.h"
#include "text/source.h"

namespace matter {

/// `matter.diff/1`:
/// {"schema", "summary": {"files": {"old", "new"}, "matters": {"added", "removed", "changed", "same"}, "fields",
///   "reductions": {"promised_days": {"working_day", "day", "month", "matters", "not_comparable"},
///                  "steps"|"materials"|"visits": {"delta", "matters", "not_comparable"}},
///   "not_compared": [{"what", "reason", "count"}]},
///  "matters": [{"kind", "matter", "name", "old": {"file", "line"}?, "new": {"file", "line"}?,
///               "reductions"?: {"promised_days"?: {unit: delta}, "steps"?, "materials"?, "visits"?,
///                               "not_comparable"?: [name]},
///               "changes": [{"field", "label", "kind", "old", "new", "old_place": {"file", "line", "column"},
///                            "new_place", "inherited": {"old", "new"}, "position"?}]}],
///  "catalogs": [{"kind", "file", "old"?, "new"?, "changes"}]}
/// Old and new values: a text in canonical form, an object in English keys, an array, or null where there is none;
/// 无 stands as the text 无. Reductions are new minus old: less is negative.
void write_diff_json(const DiffResult& result, const Sources& sources, const Sink& to);

}  // namespace matter
