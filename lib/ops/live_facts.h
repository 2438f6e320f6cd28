#pragma once

#include <functional>

#include "catalog/facts.h"

namespace matter {

/// Facts without those of the matters and comments of some sources: what was read of a file gives way to what is
/// written now.
[[nodiscard]] Facts without_sources(const Facts& facts, const std::function<bool(SourceId)>& gone);

}  // namespace matter
