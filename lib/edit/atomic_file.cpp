#include "edit/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace matter {

void fail_with_errno(const std::string& path) { throw std::system_error(errno, std::generic_category(), path); }

namespace {

/// Everything, or false with errno.
bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// Closes; false with the errno of what failed first.
bool close_file(int file, bool good) {
  const int why = errno;
  const bool closed = ::close(file) == 0;
  if (!good) errno = why;
  return good && closed;
}

}  // namespace

void write_new_file(const std::string& path, std::string_view bytes, unsigned mode, bool sync) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, static_cast<mode_t>(mode));
  if (file < 0) fail_with_errno(path);
  const bool good = write_all(file, bytes) && (!sync || ::fsync(file) == 0);
  if (close_file(file, good)) return;
  const int why = errno;
  ::unlink(path.c_str());
  errno = why;
  fail_with_errno(path);
}

void append_to_file(const std::string& path, std::string_view bytes) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (file < 0) fail_with_errno(path);
  if (!close_file(file, write_all(file, bytes))) fail_with_errno(path);
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

void sync_path(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail_with_errno(path);
  if (!close_file(file, ::fsync(file) == 0)) fail_with_errno(path);
}

void sync_folder(const std::string& path) {
  const int folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) fail_with_errno(path);
  const bool good = ::fsync(folder) == 0 || errno == EINVAL;  // EINVAL: a file system without it
  const int why = errno;
  ::close(folder);
  errno = why;
  if (!good) fail_with_errno(path);
}

std::string free_sibling(const std::string& path, std::string_view what) {
  unsigned next = 0;
  return free_sibling(path, what, next);
}

std::string free_sibling(const std::string& path, std::string_view what, unsigned& next) {
  const std::size_t slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? std::string{} : path.substr(0, slash + 1);
  // The name may be as long as a file system allows: ours is short and does not grow with it.
  for (;;) {
    std::string name =
        folder + ".matter-" + std::string(what) + '-' + std::to_string(::getpid()) + '-' + std::to_string(next++);
    struct stat status {};
    if (::lstat(name.c_str(), &status) != 0) return name;
  }
}

}  // namespace matter
