#pragma once

#include "ops/merge_check.h"
#include "report/findings_text.h"

namespace matter {

/// What a hand-made merge lacks or has too much, then how conflicts were decided. `file` is its name.
[[nodiscard]] std::string merge_check_text(const CheckResult& result, std::string_view file, const TextStyle& style);
/// The same as `matter.merge-check/1`.
[[nodiscard]] std::string merge_check_json(const CheckResult& result, std::string_view file);

}  // namespace matter
