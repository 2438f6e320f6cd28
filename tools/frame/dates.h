#pragma once

#include <optional>
#include <string_view>

#include "model/values.h"

namespace matter::cli {

/// YYYY-MM-DD exactly; nothing for a day that does not exist.
[[nodiscard]] std::optional<DateValue> parse_day(std::string_view text);

/// Today where this machine stands.
[[nodiscard]] DateValue local_today();

}  // namespace matter::cli
