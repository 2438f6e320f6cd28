#pragma once

#include "ops/merge_union.h"
#include "report/findings_text.h"

namespace matter {

/// What was brought together, what stands in two places and is not the same, and errors that only the result has.
[[nodiscard]] std::string union_text(const UnionResult& result, const Sources& sources, const TextStyle& style);
/// The same as `matter.union/1`.
[[nodiscard]] std::string union_json(const UnionResult& result, const Sources& sources);

}  // namespace matter
