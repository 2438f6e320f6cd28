#pragma once

#include "exchange/mapping.h"
#include "model/matter.h"
#include "model/values.h"

namespace matter {

/// Whether the matter is what the platform asks for on that day. 无 says nothing here, and so does an empty list or a
/// value that was not understood.
[[nodiscard]] bool meets(const Takes& takes, const Matter& m, const DateValue& today);

}  // namespace matter
