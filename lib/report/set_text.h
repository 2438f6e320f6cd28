#pragma once

#include <span>

#include "ops/set.h"
#include "report/findings_text.h"

namespace matter {

/// What was set, a line each: `path:line: matter: field: before -> after`. Or why nothing was.
void write_set_text(const SetResult& result, const Sources& sources, const TextStyle& style, const Sink& to);

/// `matter.set/1` (schemas/reports/set.schema.json); `with_diff` adds to each file how it differs.
void write_set_json(const SetResult& result, const Sources& sources, bool with_diff, const Sink& to);

/// The changed files as one unified diff.
void write_set_diff(std::span<const SetFile> files, const Sink& to);

}  // namespace matter
