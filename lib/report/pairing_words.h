#pragma once

#include <string>

#include "diag/lang.h"
#include "ops/diff.h"

namespace matter {

/// How a matter was paired, where not by its identity: `原为 X，按相似程度对应（93%）`, `与 X 相比`; else empty.
[[nodiscard]] std::string pairing_words(const MatterDiff& diff, Lang lang);
/// With what a comparison with counterparts compares: `从“省级”的同一事项到这里的事项`; else empty.
[[nodiscard]] std::string against_words(const DiffResult& result, Lang lang);

}  // namespace matter
