#pragma once

#include "ops/diff.h"
#include "report/sink.h"
#include "text/source.h"

namespace matter {

/// `matter.diff/1`:
/// {"schema", "summary": {"files": {"old", "new"}, "matters": {"added", "removed", "changed", "same"}, "fields",
///   "public": {"less-burden", "neutral", "more-burden"}, "systems": {"compatible", "breaking"},
///   "reductions": {"promised_days": {"working_day", "day", "month", "matters", "not_comparable"},
///                                     "old": {unit: sum}},
///                  "steps"|"materials"|"visits"|"waived"|"shared"|"promised": {"delta", "old", "matters",
///                                                                              "not_comparable"}},
///   "by_agency"?, "by_level"?: [{"name", "reductions"}], "doubts",
///   "not_compared": [{"what", "reason", "count"}]},
///  "matters": [{"kind", "matter", "name", "id"?, "public"?, "systems"?, "old": {"file", "line"}?, "new": {"file",
///  "line"}?,
///               "reductions"?: {"promised_days"?: {unit: delta}, "steps"?, "materials"?, "visits"?,
///                               "not_comparable"?: [name]},
///               "agency"?, "level"?,
///               "figures": [{"what", "unit"?, "situation"?, "old", "new", "old_place"?, "new_place"?}],
///               "doubts"?: [{"id", "field", "message", "place"}],
///               "changes": [{"field", "label", "kind", "id", "public", "systems", "old", "new", "old_place": {"file",
///               "line", "column"},
///                            "new_place", "inherited": {"old", "new"}, "position"?}]}],
///  "catalogs": [{"kind", "file", "id"?, "public"?, "systems"?, "old"?, "new"?, "changes"}]}
/// `id` is that of a kind of change (`matter diff --list-changes`); the two judgements are as the catalog grades it.
/// A matter or catalog has them where it came or went. Old and new values: a text in canonical form, an object in
/// English keys, an array, or null where there is none; `materials` are
/// those that must be handed in; `waived` (电子证照), `shared` (checked by the office) and `promised` (告知承诺) stand
/// apart. `old` in reductions is the sum that percentages are of: over the changed matters that could be compared.
/// `doubts` are reductions that are none. 无 stands as the text 无. Reductions are new minus old: less is
/// negative.
void write_diff_json(const DiffResult& result, const Sources& sources, const Sink& to);

}  // namespace matter
