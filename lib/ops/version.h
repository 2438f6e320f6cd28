#pragma once

#include <string_view>

namespace matter {

/// Of the program, as files that it writes and `--version` say: 0.1.0.
[[nodiscard]] std::string_view program_version();

}  // namespace matter
