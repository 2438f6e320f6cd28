#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "doc/json_write.h"
#include "ops/run.h"
#include "report/text_style.h"

namespace matter {

/// A member of the object that is being written: what a run did not look at, a row each.
void write_not_checked(std::string_view key, const std::vector<NotChecked>& rows, JsonWriter& to);

/// The same at the end of a report, with its heading: files, matters, then rules, of which those that are silent for
/// one and the same reason, on as many matters, make one line. Empty where there is nothing.
[[nodiscard]] std::string not_checked_text(const std::vector<NotChecked>& rows, const TextStyle& style);

/// One row of what was not compared or merged, without a line break.
[[nodiscard]] std::string not_compared_line(const NotChecked& row, Lang lang);
[[nodiscard]] std::string not_merged_line(const NotChecked& row, Lang lang);

}  // namespace matter
