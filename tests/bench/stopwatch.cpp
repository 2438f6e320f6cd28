#include "stopwatch.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <algorithm>
#include <chrono>
#include <optional>

extern char** environ;

namespace matter::bench {

namespace {

double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

/// The process that was started; nothing where it was not.
std::optional<pid_t> started(const std::vector<std::string>& words, const posix_spawn_file_actions_t* actions) {
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  pid_t child = 0;
  if (posix_spawnp(&child, arguments[0], actions, nullptr, arguments.data(), environ) != 0) return std::nullopt;
  return child;
}

}  // namespace

double Times::median() const {
  std::vector<double> sorted = seconds;
  std::sort(sorted.begin(), sorted.end());
  return sorted.empty() ? 0 : sorted[sorted.size() / 2];
}
double Times::least() const { return seconds.empty() ? 0 : *std::min_element(seconds.begin(), seconds.end()); }
double Times::most() const { return seconds.empty() ? 0 : *std::max_element(seconds.begin(), seconds.end()); }

std::vector<Times> interleaved(const std::vector<Contender>& contenders, std::size_t rounds) {
  std::vector<Times> times;
  for (const Contender& one : contenders) times.push_back({one.name, {}});
  for (std::size_t round = 0; round <= rounds; ++round) {
    for (std::size_t i = 0; i < contenders.size(); ++i) {
      const double begin = now();
      contenders[i].run();
      if (round > 0) times[i].seconds.push_back(now() - begin);
    }
  }
  return times;
}

Finished run_program(const std::vector<std::string>& words) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  Finished finished;
  const double begin = now();
  const std::optional<pid_t> child = started(words, &actions);
  posix_spawn_file_actions_destroy(&actions);
  if (!child) return finished;
  int status = 0;
  rusage usage{};
  if (wait4(*child, &status, 0, &usage) != *child) return finished;
  finished.seconds = now() - begin;
  finished.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  finished.cpu_seconds = static_cast<double>(usage.ru_utime.tv_sec) + static_cast<double>(usage.ru_utime.tv_usec) / 1e6;
  finished.peak_kilobytes = usage.ru_maxrss;
  return finished;
}

int run_in_place(const std::vector<std::string>& words) {
  const std::optional<pid_t> child = started(words, nullptr);
  int status = 0;
  if (!child || waitpid(*child, &status, 0) != *child) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace matter::bench
