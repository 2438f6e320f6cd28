#pragma once

#include <string>
#include <string_view>

#include "frame/command.h"

namespace matter::cli {

/// What the program does and its commands: `matter --help`.
[[nodiscard]] std::string overview(Lang lang, bool color);
/// The same for `man` (man(7)): matter(1).
[[nodiscard]] std::string man_overview(Lang lang);
/// What the program is for, in a sentence.
[[nodiscard]] std::string_view purpose(Lang lang);

/// Usage, operands, options, examples and exit codes: `matter validate --help`.
[[nodiscard]] std::string help_of(const Command& command, Lang lang, bool color);

/// All of it with the command's page: `matter help validate`.
[[nodiscard]] std::string manual_of(const Command& command, Lang lang, bool color);

/// The same for `man` (man(7)).
[[nodiscard]] std::string man_page_of(const Command& command, Lang lang);

/// `-f, --format FORMAT`
[[nodiscard]] std::string spelled(const Option& option, Lang lang);
/// Its help with its choices and what it is without being given.
[[nodiscard]] std::string explained(const Option& option, Lang lang);
/// `matter validate [OPTION]… [PATH]…`
[[nodiscard]] std::string usage_of(const Command& command, Lang lang);

}  // namespace matter::cli
