#pragma once

#include <string>
#include <vector>

namespace matter {

struct ProcessResult {
  int exit = 127;   ///< 127 where it could not be started, 128 and the signal where one ended it
  std::string out;  ///< what it wrote to standard output
};

/// Runs a program found on PATH without a shell and waits for it. Its standard error is ours.
/// `quiet`: what it says there is thrown away.
[[nodiscard]] ProcessResult run_program(const std::vector<std::string>& line, bool quiet = false);

}  // namespace matter
