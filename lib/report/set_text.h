#pragma once

#include "ops/set.h"
#include "report/findings_text.h"

namespace matter {

/// What was set, a line each: `path:line: matter: field: before -> after`. Or why nothing was.
void write_set_text(const SetResult& result, const Sources& sources, const TextStyle& style, const Sink& to);

/// The changed files as one unified diff.
void write_set_diff(const SetResult& result, const Sink& to);

}  // namespace matter
