#pragma once

#include <cstddef>

#include "diag/lang.h"

namespace matter {

struct Reading;  // reading.h

/// How a report for people is to look.
struct TextStyle {
  Lang lang = Lang::en;
  bool color = false;
  std::size_t width = 80;            ///< terminal columns that source lines are shortened to
  bool wraps = false;                ///< notes, hints and fixes are broken into lines of that width
  const Reading* reading = nullptr;  ///< how findings are put together; null: all of them, in their order
};

}  // namespace matter
