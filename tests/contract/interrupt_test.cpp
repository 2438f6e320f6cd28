#include <doctest/doctest.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "support/repository.h"
#include "support/shared.h"
#include "support/shell.h"

// Ctrl-C on a terminal: the program runs under a pseudo-terminal, and the key is pressed when the bar is seen.

namespace fs = std::filesystem;
using namespace matter::test;

namespace {

struct Interrupted {
  bool bar_seen = false;
  int status = 0;
  std::string screen;
};

/// Runs the program in `folder` and presses Ctrl-C at the first bar.
Interrupted interrupt(const fs::path& folder, std::vector<std::string> arguments) {
  int terminal = -1;
  const pid_t child = ::forkpty(&terminal, nullptr, nullptr, nullptr);
  REQUIRE(child >= 0);
  if (child == 0) {
    std::vector<char*> words;
    static std::string program = MATTER_PROGRAM;
    words.push_back(program.data());
    for (std::string& argument : arguments) words.push_back(argument.data());
    words.push_back(nullptr);
    ::setenv("TERM", "xterm", 1);
    ::setenv("LC_ALL", "C.UTF-8", 1);
    if (::chdir(folder.c_str()) == 0) ::execv(MATTER_PROGRAM, words.data());
    ::_exit(127);
  }
  Interrupted got;
  char buffer[4096];
  for (ssize_t n = 0; (n = ::read(terminal, buffer, sizeof buffer)) > 0;) {
    got.screen.append(buffer, static_cast<std::size_t>(n));
    if (got.bar_seen || got.screen.find("━") == std::string::npos) continue;
    got.bar_seen = ::write(terminal, "\x03", 1) == 1;
  }
  ::close(terminal);
  ::waitpid(child, &got.status, 0);
  return got;
}

/// Records with codes of their own, `count` of them.
void write_records(const fs::path& path, std::size_t count) {
  const std::string record = file_text(in_repository("catalogs/import/gd-hall-2021.jsonl"));
  const std::string line = record.substr(0, record.find('\n'));
  const std::size_t at = line.find("0001000\"");
  std::ofstream file(path, std::ios::binary);
  for (std::size_t i = 0; i < count; ++i) {
    std::string number = std::to_string(i);
    number.insert(0, 7 - std::min<std::size_t>(number.size(), 7), '0');
    file << line.substr(0, at) << number << line.substr(at + 7) << '\n';
  }
}

}  // namespace

TEST_CASE("interrupt: Ctrl-C wipes the bar, removes what is half-made, and ends by the signal") {
  const PlayFolder folder(in_repository(""));
  Interrupted got;
  // A machine that is done before the bar is seen, or before the key arrives, gets more to do.
  for (std::size_t count = 4'000; count <= 256'000; count *= 4) {
    fs::remove_all(folder.path() / "imported");  // of a round that was done before the key came
    write_records(folder.path() / "records.jsonl", count);
    got =
        interrupt(folder.path(), {"import", "records.jsonl", "--from", "gd-hall-2021", "--out", "imported", "--force"});
    if (got.bar_seen && WIFSIGNALED(got.status)) break;
  }
  REQUIRE(got.bar_seen);
  REQUIRE(WIFSIGNALED(got.status));
  CHECK(WTERMSIG(got.status) == SIGINT);
  const std::size_t wiped = got.screen.rfind("\r\x1b[K");
  REQUIRE(wiped != std::string::npos);
  CHECK(got.screen.find("━", wiped) == std::string::npos);
  CHECK(got.screen.find("─", wiped) == std::string::npos);
  for (const auto& entry : fs::directory_iterator(folder.path())) {
    const std::string name = entry.path().filename().string();
    CHECK_MESSAGE((name == "catalogs" || name == "records.jsonl"), name);
  }
}
