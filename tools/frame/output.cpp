#include "frame/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace matter::cli {
namespace {

constexpr std::size_t buffer_size = 1U << 16U;

bool is_device_or_pipe(const std::string& path) {
  std::error_code ignored;
  const auto status = std::filesystem::status(path, ignored);
  return std::filesystem::exists(status) && !std::filesystem::is_regular_file(status);
}

/// mkstemp makes files private; the result has the rights of any new file, or those of the file it replaces.
void give_usual_rights(int descriptor, const std::string& path) {
  struct stat old {};
  if (::stat(path.c_str(), &old) == 0) {
    (void)::fchmod(descriptor, old.st_mode & 07777U);
    return;
  }
  const mode_t mask = ::umask(0);
  ::umask(mask);
  (void)::fchmod(descriptor, 0666U & ~mask);
}

}  // namespace

Output::Output(std::string_view path) {
  if (path.empty() || path == "-") return;
  path_ = path;
  if (is_device_or_pipe(path_)) {
    descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
  } else {
    std::error_code not_there;
    const auto target = std::filesystem::canonical(path_, not_there);  // a link stays a link
    if (!not_there) path_ = target.string();
    temporary_ = path_ + ".XXXXXX";
    descriptor_ = ::mkstemp(temporary_.data());
  }
  if (descriptor_ >= 0) return;
  temporary_.clear();
  fail(errno);
}

Output::~Output() {
  if (path_.empty() || descriptor_ < 0) return;
  ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void Output::fail(int error) const {
  throw std::system_error(error, std::generic_category(), path_.empty() ? "standard output" : path_);
}

void Output::put(std::string_view text) {
  while (!text.empty()) {
    const ssize_t done = ::write(descriptor_, text.data(), text.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) fail(errno);
    text.remove_prefix(static_cast<std::size_t>(done));
  }
}

void Output::flush() {
  const std::string pending = std::move(buffer_);
  buffer_.clear();
  put(pending);
}

void Output::write(std::string_view text) {
  buffer_ += text;
  if (buffer_.size() >= buffer_size) flush();
}

void Output::close() {
  flush();
  if (path_.empty()) return;
  if (!temporary_.empty()) {
    give_usual_rights(descriptor_, path_);
    if (::fsync(descriptor_) != 0) fail(errno);
  }
  const int descriptor = descriptor_;
  descriptor_ = -1;
  if (::close(descriptor) != 0) fail(errno);
  if (temporary_.empty()) return;
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) {
    const int error = errno;
    ::unlink(temporary_.c_str());
    fail(error);
  }
}

void write_output(std::string_view path, std::string_view text) {
  Output output(path);
  output.write(text);
  output.close();
}

void hold_standard_descriptors() {
  for (const int descriptor : {0, 1, 2}) {
    if (::fcntl(descriptor, F_GETFD) < 0) (void)::open("/dev/null", descriptor == 2 ? O_WRONLY : O_RDONLY);
  }
}

void write_error(std::string_view text) {
  while (!text.empty()) {
    const ssize_t done = ::write(2, text.data(), text.size());
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(done));
  }
}

}  // namespace matter::cli
