#include "frame/output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "edit/atomic.h"
#include "edit/new_file.h"

namespace matter::cli {
namespace {

constexpr std::size_t buffer_size = 1U << 16U;
constexpr std::size_t short_file = 1U << 22U;

bool is_device_or_pipe(const std::string& path) {
  std::error_code ignored;
  const auto status = std::filesystem::status(path, ignored);
  return std::filesystem::exists(status) && !std::filesystem::is_regular_file(status);
}

/// False with errno when not everything could be written.
bool put(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t done = ::write(descriptor, text.data(), text.size());
    if (done < 0 && errno != EINTR) return false;
    if (done > 0) text.remove_prefix(static_cast<std::size_t>(done));
  }
  return true;
}

}  // namespace

Output::Output(std::string_view path) : path_(path == "-" ? std::string_view() : path) {
  if (path_.empty()) {
    descriptor_ = STDOUT_FILENO;
  } else if (is_device_or_pipe(path_)) {
    descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor_ < 0) fail(errno);
  }
}

Output::~Output() {
  if (!path_.empty() && descriptor_ >= 0) ::close(descriptor_);
}

void Output::fail(int error) const {
  throw std::system_error(error, std::generic_category(), path_.empty() ? "standard output" : path_);
}

void Output::flush() {
  const std::string pending = std::move(buffer_);
  buffer_.clear();
  if (!put(descriptor_, pending)) fail(errno);
}

void Output::write(std::string_view text) {
  buffer_ += text;
  if (descriptor_ >= 0) {
    if (buffer_.size() >= buffer_size) flush();
  } else if (buffer_.size() >= (file_ == nullptr ? short_file : buffer_size)) {
    if (file_ == nullptr) file_ = std::make_unique<NewFile>(path_);
    file_->append(buffer_);
    buffer_.clear();
  }
}

void Output::close() {
  if (descriptor_ >= 0) {
    flush();
  } else if (file_ != nullptr) {
    file_->append(buffer_);
    file_->commit();
    file_.reset();
    buffer_.clear();
  } else {
    write_files({{path_, std::move(buffer_)}});
  }
}

void write_output(std::string_view path, std::string_view text) {
  Output output(path);
  output.write(text);
  output.close();
}

void hold_standard_descriptors() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(descriptor, F_GETFD) >= 0) continue;
    (void)::open("/dev/null", descriptor == STDERR_FILENO ? O_WRONLY : O_RDONLY);
  }
}

void write_error(std::string_view text) { (void)put(STDERR_FILENO, text); }

}  // namespace matter::cli
