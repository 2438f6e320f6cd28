#pragma once

#include "ops/import_plan.h"
#include "report/findings_text.h"
#include "report/sink.h"
#include "text/source.h"

namespace matter {

/// What an import into a catalog does, for people: how many matters are new, changed, the same and gone, then each of
/// them with its values old and new. `in_short`: without the values, and not more matters than fit a screen.
void write_import_plan(const ImportPlan& plan, const Sources& sources, bool in_short, const TextStyle& style,
                       const Sink& to);

/// `matter.import-plan/1` (schemas/reports/import-plan.schema.json); `with_diff` adds to each file how it differs.
void write_import_plan_json(const ImportPlan& plan, const Sources& sources, bool with_diff, const Sink& to);

[[nodiscard]] std::string_view name(PlannedMatter::State state);  // "new", "changed" …
[[nodiscard]] std::string_view name(PlannedChange::Kind kind);    // "added" …

}  // namespace matter
