#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "diag/lang.h"
#include "model/values.h"

namespace matter {

/// What every use case takes from the command line (or the editor, or a test).
struct RunOptions {
  Lang lang = Lang::en;
  unsigned jobs = 0;         ///< workers; 0: as many as there are processors. Output never depends on it
  DateValue today;           ///< the day of the check (--date)
  bool keep_hidden = false;  ///< what comments and baselines hide is kept: ValidateResult::hidden
  /// Called now and then from one thread at a time while long work runs; may be empty.
  std::function<void(std::size_t done, std::size_t total)> progress;
  /// Called with a sentence where a .matterignore leaves files out and the result itself does not say so; may be empty.
  std::function<void(const std::string&)> left_out;
};

/// What a run did not look at, and why: a clean report is what people act on.
struct NotChecked {
  std::string what;    ///< rule id, or "file" / "matter"
  std::string reason;  ///< in the language of the run
  std::size_t count = 0;
};

}  // namespace matter
