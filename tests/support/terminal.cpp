#include "support/terminal.h"

#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <system_error>

namespace matter::test {

namespace {

[[noreturn]] void become(const std::vector<std::string>& command, const std::filesystem::path& folder,
                         const std::filesystem::path& program) {
  std::vector<std::string> surroundings = {"PATH=" + program.parent_path().string() + ":/usr/bin:/bin",
                                           "HOME=" + folder.string(), "LC_ALL=C.UTF-8", "TERM=dumb"};
  std::vector<char*> environment;
  for (std::string& one : surroundings) environment.push_back(one.data());
  environment.push_back(nullptr);
  std::vector<std::string> words = command;
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  if (::chdir(folder.c_str()) == 0) ::execvpe(arguments[0], arguments.data(), environment.data());
  ::_exit(127);
}

}  // namespace

Terminal::Terminal(const std::vector<std::string>& command, const std::filesystem::path& folder,
                   const std::filesystem::path& program) {
  winsize size{};
  size.ws_row = 40;
  size.ws_col = 100;
  child_ = ::forkpty(&descriptor_, nullptr, nullptr, &size);
  if (child_ < 0) throw std::system_error(errno, std::generic_category(), "forkpty");
  if (child_ == 0) become(command, folder, program);
}

Terminal::~Terminal() {
  ::kill(child_, SIGKILL);
  ::waitpid(child_, nullptr, 0);
  ::close(descriptor_);
}

void Terminal::type(std::string_view keys) {
  while (!keys.empty()) {
    const ssize_t written = ::write(descriptor_, keys.data(), keys.size());
    if (written <= 0) return;
    keys.remove_prefix(static_cast<std::size_t>(written));
  }
}

bool Terminal::shows(std::string_view text) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  for (;;) {
    if (const std::size_t at = shown_.find(text, read_); at != std::string::npos) {
      read_ = at + text.size();
      return true;
    }
    if (std::chrono::steady_clock::now() > deadline) return false;
    pollfd waiting{descriptor_, POLLIN, 0};
    if (::poll(&waiting, 1, 100) <= 0) continue;
    std::array<char, 4096> bytes{};
    const ssize_t count = ::read(descriptor_, bytes.data(), bytes.size());
    if (count <= 0) return false;
    shown_.append(bytes.data(), static_cast<std::size_t>(count));
  }
}

}  // namespace matter::test
