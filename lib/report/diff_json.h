#pragma once

#include "ops/diff.h"
#include "report/sink.h"
#include "text/source.h"

namespace matter {

/// `matter.diff/1`:
/// {"schema", "summary": {"files": {"old", "new"}, "matters": {"added", "removed", "changed", "same"}, "fields",
///   "public": {"less-burden", "neutral", "more-burden"}, "systems": {"compatible", "breaking"},
///   "reductions": {"promised_days": {"working_day", "day", "month", "matters", "not_comparable"},
///                  "steps"|"materials"|"visits": {"delta", "matters", "not_comparable"}},
///   "not_compared": [{"what", "reason", "count"}]},
///  "matters": [{"kind", "matter", "name", "id"?, "public"?, "systems"?, "old": {"file", "line"}?, "new": {"file",
///  "line"}?,
///               "reductions"?: {"promised_days"?: {unit: delta}, "steps"?, "materials"?, "visits"?,
///                               "not_comparable"?: [name]},
///               "changes": [{"field", "label", "kind", "id", "public", "systems", "old", "new", "old_place": {"file",
///               "line", "column"},
///                            "new_place", "inherited": {"old", "new"}, "position"?}]}],
///  "catalogs": [{"kind", "file", "id"?, "public"?, "systems"?, "old"?, "new"?, "changes"}]}
/// `id` is that of a kind of change (`matter diff --list-changes`); the two judgements are as the catalog grades it.
/// A matter or catalog has them where it came or went. Old and new values: a text in canonical form, an object in
/// English keys, an array, or null where there is none; 无 stands as the text 无. Reductions are new minus old: less is
/// negative.
void write_diff_json(const DiffResult& result, const Sources& sources, const Sink& to);

}  // namespace matter
