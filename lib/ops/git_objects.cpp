#include "ops/git_objects.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <system_error>

extern char** environ;

namespace matter {

namespace {

[[noreturn]] void fail(int code, const std::string& what) {
  throw std::system_error(code, std::generic_category(), what);
}

}  // namespace

GitObjects::~GitObjects() {
  if (to_ >= 0) ::close(to_);
  if (from_ >= 0) ::close(from_);
  int status = 0;
  if (child_ > 0) {
    while (::waitpid(child_, &status, 0) < 0 && errno == EINTR) {
    }
  }
}

void GitObjects::start() {
  std::array<int, 2> in{};
  std::array<int, 2> out{};
  if (::pipe2(in.data(), O_CLOEXEC) != 0) fail(errno, "git cat-file");
  if (::pipe2(out.data(), O_CLOEXEC) != 0) fail(errno, "git cat-file");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
  std::string words[] = {"git", "cat-file", "--batch"};
  char* line[] = {words[0].data(), words[1].data(), words[2].data(), nullptr};
  const int error = ::posix_spawnp(&child_, line[0], &actions, nullptr, line, environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(in[0]);
  ::close(out[1]);
  to_ = in[1];
  from_ = out[0];
  if (error != 0) {
    child_ = 0;
    fail(error, "git cat-file");
  }
}

void GitObjects::more() {
  std::array<char, 65'536> buffer{};
  for (;;) {
    const ssize_t got = ::read(from_, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) fail(got < 0 ? errno : EIO, "git cat-file");
    answer_.append(buffer.data(), static_cast<std::size_t>(got));
    return;
  }
}

void GitObjects::read(const std::string& id, std::string& into) {
  const std::lock_guard lock(mutex_);
  if (child_ == 0) start();
  const std::string question = id + "\n";
  for (std::size_t done = 0; done < question.size();) {
    const ssize_t put = ::write(to_, question.data() + done, question.size() - done);
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) fail(errno, "git cat-file");
    done += static_cast<std::size_t>(put);
  }
  answer_.clear();
  while (answer_.find('\n') == std::string::npos) more();
  // `id type size`, then the bytes and a line feed; `id missing`.
  const std::size_t head = answer_.find('\n');
  const std::size_t blank = answer_.rfind(' ', head);
  std::size_t size = 0;
  const auto [end, error] = std::from_chars(answer_.data() + blank + 1, answer_.data() + head, size);
  if (error != std::errc() || end != answer_.data() + head) fail(ENOENT, "git object " + id);
  if (size > max_source_bytes) fail(EFBIG, "git object " + id);
  while (answer_.size() < head + 1 + size + 1) more();
  into.assign(answer_, head + 1, size);
}

}  // namespace matter
