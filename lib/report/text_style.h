#pragma once

#include <cstddef>

#include "diag/lang.h"

namespace matter {

/// How a report for people is to look.
struct TextStyle {
  Lang lang = Lang::en;
  bool color = false;
  std::size_t width = 80;  ///< terminal columns that source lines are shortened to
};

}  // namespace matter
