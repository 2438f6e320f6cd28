#pragma once

#include "model/matter.h"
#include "text/arena.h"

namespace matter {

/// A copy of a matter that needs nothing but `arena`: values, places and list items. The tree is not
/// kept, so `extra`, `problems` and `document` are empty in the copy.
[[nodiscard]] const Matter* keep_compactly(const Matter& m, Arena& arena);

}  // namespace matter
