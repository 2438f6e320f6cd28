#pragma once

#include <string>
#include <vector>

#include "support/shell.h"

namespace matter::test {

/// Whether the independent judges of tests/judges are installed (scripts/setup does it). Says that `test` was skipped
/// where they are not; with CI in the environment that is a failure instead, for CI must run them.
[[nodiscard]] bool judges_or_say(const std::string& test);

/// Runs one of the scripts of tests/judges with node, as `run_in_shell` does.
[[nodiscard]] ShellResult run_judge(const std::string& script, const std::vector<std::string>& arguments);

/// The lines of a text.
[[nodiscard]] std::vector<std::string> lines_of(const std::string& text);

}  // namespace matter::test
