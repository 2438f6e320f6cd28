#pragma once

#include <string>

#include "catalog/catalog.h"
#include "diag/lang.h"
#include "ops/run.h"

namespace matter {

/// Why the files that a .matterignore leaves out were not read, with one of them; for reports.
[[nodiscard]] std::string left_out_words(const Discovery& found, Lang lang);

/// The same with their number to whoever listens, for what has no report of its own.
void say_left_out(const Discovery& found, const RunOptions& options);

}  // namespace matter
