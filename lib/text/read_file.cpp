#include "text/read_file.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <limits>
#include <system_error>
#include <utility>

#include "text/file_mode.h"

namespace matter {

namespace {

[[noreturn]] void fail(int code, const std::string& path) {
  throw std::system_error(code, std::generic_category(), path);
}

class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_;
};

constexpr std::size_t to_the_end = std::numeric_limits<std::size_t>::max();

/// What one call gives; 0 at the end.
std::size_t read_some(int fd, char* into, std::size_t room, const std::string& path) {
  for (;;) {
    const ssize_t got = ::read(fd, into, room);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) fail(errno, path);
  }
}

/// Reads behind the first `used` bytes to the end, or until `enough` bytes are there.
void drain(int fd, std::string& into, const std::string& path, std::size_t enough, std::size_t used = 0) {
  while (used < enough) {
    if (used == into.size()) into.resize(std::max<std::size_t>(into.size() * 2, 64 * 1024));
    const std::size_t got = read_some(fd, into.data() + used, into.size() - used, path);
    if (got == 0) break;
    used += got;
    if (used > max_source_bytes) fail(EFBIG, path);
  }
  into.resize(used);
}

/// Reads behind the first `used` bytes of `into`, of which the rest is memory to write into; the file's mode.
std::uint32_t read_rest(int fd, std::string& into, const std::string& path, std::size_t used) {
  struct stat status {};
  if (::fstat(fd, &status) != 0) fail(errno, path);
  if (S_ISDIR(status.st_mode)) fail(EISDIR, path);
  const auto size = static_cast<std::uint64_t>(std::max<off_t>(status.st_size, 0));
  if (size > max_source_bytes) fail(EFBIG, path);
  // A regular file has as many bytes as it says: asking again for its end would cost a call for each file.
  // Others (pipes, files of /proc) end where they end.
  const bool told = S_ISREG(status.st_mode) && size > used;
  into.resize(told ? static_cast<std::size_t>(size) : used + 1);
  drain(fd, into, path, told ? into.size() : to_the_end, used);
  return status.st_mode;
}

/// Whether the files of a folder are read from the page cache, where less than was asked for is the end of a file
/// or, at the end of a page, a fault that the next call tells. Elsewhere only nothing is the end.
bool ends_with_less(int folder) {
  struct statfs of {};
  if (::fstatfs(folder, &of) != 0) return false;
  constexpr unsigned long xfs = 0x58465342;
  const auto kind = static_cast<unsigned long>(of.f_type);
  return kind == EXT4_SUPER_MAGIC || kind == xfs || kind == BTRFS_SUPER_MAGIC || kind == TMPFS_MAGIC ||
         kind == OVERLAYFS_SUPER_MAGIC || kind == F2FS_SUPER_MAGIC;
}

}  // namespace

void read_file(const std::string& path, std::string& into) { static_cast<void>(read_file_with_mode(path, into)); }

std::uint32_t read_file_with_mode(const std::string& path, std::string& into) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) fail(errno, path);
  return read_rest(file.get(), into, path, 0);
}

std::string read_standard_input() {
  std::string text;
  drain(STDIN_FILENO, text, "-", to_the_end);
  return text;
}

/// Most files of a catalog fit into the buffer, so that their size need not be asked for.
struct FileReader::State {
  static constexpr std::size_t page = 4096;

  std::string folder;  ///< empty: none is open
  Descriptor open;
  bool short_is_end = false;  ///< see `ends_with_less`
  std::array<char, 64 * 1024> buffer;
  std::string large;  ///< what does not fit

  /// Opens a file; -1 and errno as `open`.
  int open_file(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos || slash == 0) {
      short_is_end = false;
      folder.clear();
      return ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    }
    if (path.compare(0, slash, folder) != 0) {
      folder.assign(path, 0, slash);
      open = Descriptor(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
      if (open.get() < 0) {
        folder.clear();
        return -1;
      }
      short_is_end = ends_with_less(open.get());
    }
    return ::openat(open.get(), path.c_str() + slash + 1, O_RDONLY | O_CLOEXEC);
  }
};

FileReader::FileReader() : state_(std::make_unique<State>()) {}
FileReader::~FileReader() = default;
FileReader::FileReader(FileReader&&) noexcept = default;
FileReader& FileReader::operator=(FileReader&&) noexcept = default;

std::string& FileReader::text() { return state_->large; }

std::string_view FileReader::read(const std::string& path) {
  const Descriptor file(state_->open_file(path));
  if (file.get() < 0) fail(errno, path);
  std::size_t used = 0;
  while (used < state_->buffer.size()) {
    const std::size_t got = read_some(file.get(), state_->buffer.data() + used, state_->buffer.size() - used, path);
    used += got;
    if (got != 0 && (!state_->short_is_end || used % State::page == 0)) continue;
    return {state_->buffer.data(), used};
  }
  state_->large.assign(state_->buffer.data(), used);
  static_cast<void>(read_rest(file.get(), state_->large, path, used));
  return state_->large;
}

}  // namespace matter
