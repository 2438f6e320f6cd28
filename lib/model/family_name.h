#pragma once

#include <string_view>

#include "diag/lang.h"
#include "model/family.h"

namespace matter {

/// A family by itself: its key in data, and what people call it.
struct FamilyName {
  std::string_view key;
  Bilingual words;
};
[[nodiscard]] const FamilyName& name_of(Family family);

}  // namespace matter
