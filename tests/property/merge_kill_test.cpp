#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "support/random.h"
#include "support/shared.h"
#include "support/shell.h"

using namespace matter::test;

namespace {

/// Runs the program and kills it after so many microseconds; whether it was still running.
bool run_and_kill(const std::filesystem::path& folder, unsigned microseconds) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    if (::chdir(folder.c_str()) != 0) ::_exit(9);
    ::execl(MATTER_PROGRAM, MATTER_PROGRAM, "git", "merge-driver", "base", "ours", "theirs", "a.yaml", nullptr);
    ::_exit(9);
  }
  ::usleep(microseconds);
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status);
}

}  // namespace

TEST_CASE("merge driver: killed at any point, the file is whole, the old one or the new one") {
  const TemporaryFolder folder;
  std::string base = "name: 示例\nconditions:\n";
  for (int i = 0; i < 3000; ++i) base += "  - 条件" + std::to_string(i) + "\n";
  const std::string ours = base + "kind: 承诺件\n";
  const std::string theirs = "sample: true\n" + base;
  write_file(folder.path() / "base", base);
  write_file(folder.path() / "theirs", theirs);
  const std::string merged = "sample: true\n" + ours;
  Random random(7);
  std::size_t killed = 0;
  for (int i = 0; i < 60; ++i) {
    write_file(folder.path() / "ours", ours);
    if (run_and_kill(folder.path(), static_cast<unsigned>(random.below(30'000)))) ++killed;
    const std::string left = whole_file(folder.path() / "ours");
    CHECK((left == ours || left == merged));
  }
  CHECK(killed > 0);
}
