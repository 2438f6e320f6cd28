#pragma once

#include <string>
#include <system_error>

#include "diag/lang.h"

namespace matter::cli {

/// A failure of the environment in the user's language: the place, and what is wrong with it.
[[nodiscard]] std::string told(const std::system_error& failure, Lang lang);

}  // namespace matter::cli
