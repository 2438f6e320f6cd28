#pragma once

#include <string>

#include "frame/command.h"

namespace matter::cli {

/// What the program does and its commands: `matter --help`.
[[nodiscard]] std::string overview(Lang lang, bool color);

/// Usage, operands, options, examples and exit codes: `matter validate --help`.
[[nodiscard]] std::string help_of(const Command& command, Lang lang, bool color);

/// All of it with the command's page: `matter help validate`.
[[nodiscard]] std::string manual_of(const Command& command, Lang lang, bool color);

/// `matter validate [OPTION]… [PATH]…`
[[nodiscard]] std::string usage_of(const Command& command, Lang lang);

}  // namespace matter::cli
