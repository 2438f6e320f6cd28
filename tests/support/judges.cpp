#include "support/judges.h"

#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <stdexcept>

#include "support/shared.h"

namespace matter::test {

namespace {

/// `'…'` for sh.
std::string word(const std::string& text) {
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? "'\\''" : std::string(1, c);
  return quoted + "'";
}

}  // namespace

bool judges_or_say(const std::string& test) {
  if (std::filesystem::exists(in_repository("tests/judges/node_modules/ajv"))) return true;
  if (std::getenv("CI") != nullptr) throw std::runtime_error("the judges are not installed: scripts/setup");
  std::printf("SKIPPED %s: the judges are not installed (scripts/setup)\n", test.c_str());
  return false;
}

ShellResult run_judge(const std::string& script, const std::vector<std::string>& arguments) {
  std::string line = "node " + word(in_repository("tests/judges/" + script).string());
  for (const std::string& one : arguments) line += ' ' + word(one);
  return run_in_shell(line, in_repository("tests/judges"), MATTER_PROGRAM);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace matter::test
