#pragma once

#include <string>

#include "model/matter.h"

namespace matter {

/// What makes two matters of different offices the same one: 基本编码 and 办理项, the latter by its name, where there
/// is none by its number in the code. Empty without a 基本编码.
[[nodiscard]] std::string item_key(const Matter& m);

}  // namespace matter
