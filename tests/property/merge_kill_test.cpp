#include <doctest/doctest.h>
#include <fcntl.h>
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
template <class... Words>
bool run_and_kill(const std::filesystem::path& folder, unsigned microseconds, Words... words) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    if (::chdir(folder.c_str()) != 0) ::_exit(9);
    const int nowhere = ::open("/dev/null", O_WRONLY);
    ::dup2(nowhere, STDOUT_FILENO);
    ::dup2(nowhere, STDERR_FILENO);
    ::execl(MATTER_PROGRAM, MATTER_PROGRAM, words..., nullptr);
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
    if (run_and_kill(folder.path(), static_cast<unsigned>(random.below(30'000)), "git", "merge-driver", "base", "ours",
                     "theirs", "a.yaml"))
      ++killed;
    const std::string left = whole_file(folder.path() / "ours");
    CHECK((left == ours || left == merged));
  }
  CHECK(killed > 0);
}

TEST_CASE("merge in place: killed at any point, every file is whole, the old one or the new one") {
  const TemporaryFolder folder;
  constexpr int files = 40;
  const auto name = [](int i) { return "f" + std::to_string(i) + ".yaml"; };
  const auto text = [](int i, const std::string& kind, const std::string& level) {
    std::string made = "name: 示例" + std::to_string(i) + "\nkind: " + kind + "\nlevel: " + level + "\nconditions:\n";
    for (int n = 0; n < 50; ++n) made += "  - 条件" + std::to_string(n) + "\n";
    return made;
  };
  for (int i = 0; i < files; ++i) {
    write_file(folder.path() / "b" / name(i), text(i, "承诺件", "市级"));
    write_file(folder.path() / "t" / name(i), text(i, "承诺件", "县级"));
  }
  Random random(11);
  std::size_t killed = 0;
  for (int round = 0; round < 30; ++round) {
    for (int i = 0; i < files; ++i) write_file(folder.path() / "o" / name(i), text(i, "即办件", "市级"));
    const auto after = static_cast<unsigned>(random.below(60'000));
    if (run_and_kill(folder.path(), after, "merge", "b", "o", "t", "--in-place", "--jobs", "1")) ++killed;
    for (int i = 0; i < files; ++i) {
      const std::string left = whole_file(folder.path() / "o" / name(i));
      CHECK((left == text(i, "即办件", "市级") || left == text(i, "即办件", "县级")));
    }
    std::filesystem::remove_all(folder.path() / "o");
  }
  CHECK(killed > 0);
}
