#include "text/source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <limits>
#include <system_error>

namespace matter {

namespace {

[[noreturn]] void fail(int code, const std::string& path) {
  throw std::system_error(code, std::generic_category(), path);
}

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_;
};

constexpr std::size_t to_the_end = std::numeric_limits<std::size_t>::max();

/// Reads to the end, or until `enough` bytes are there.
void drain(int fd, std::string& into, const std::string& path, std::size_t enough) {
  std::size_t used = 0;
  while (used < enough) {
    if (used == into.size()) into.resize(std::max<std::size_t>(into.size() * 2, 64 * 1024));
    const ssize_t got = ::read(fd, into.data() + used, into.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(errno, path);
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
    if (used > max_source_bytes) fail(EFBIG, path);
  }
  into.resize(used);
}

}  // namespace

std::string_view slice(std::string_view text, Span span) {
  const std::size_t begin = std::min<std::size_t>(span.begin, text.size());
  const std::size_t end = std::clamp<std::size_t>(span.end, begin, text.size());
  return text.substr(begin, end - begin);
}

void read_file(const std::string& path, std::string& into) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) fail(errno, path);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) fail(errno, path);
  if (S_ISDIR(status.st_mode)) fail(EISDIR, path);
  const auto size = static_cast<std::uint64_t>(std::max<off_t>(status.st_size, 0));
  if (size > max_source_bytes) fail(EFBIG, path);
  // A regular file has as many bytes as it says: asking again for its end would cost a call for each file.
  // Others (pipes, files of /proc) end where they end.
  const bool told = S_ISREG(status.st_mode) && size > 0;
  into.resize(told ? static_cast<std::size_t>(size) : 1);
  drain(file.get(), into, path, told ? into.size() : to_the_end);
}

std::string read_standard_input() {
  std::string text;
  drain(STDIN_FILENO, text, "-", to_the_end);
  return text;
}

SourceId Sources::add_file(std::string name) {
  const std::lock_guard lock(mutex_);
  const auto other = stand_ins_.find(name);
  const bool disk = other == stand_ins_.end();
  entries_.push_back({std::move(name),
                      disk ? SourceKind::disk : SourceKind::memory,
                      Encoding::utf8,
                      disk ? nullptr : other->second,
                      {},
                      nullptr});
  return static_cast<SourceId>(entries_.size() - 1);
}

SourceId Sources::add_text(SourceKind kind, std::string name, std::string text) {
  const Encoding encoding = make_utf8(text);
  auto kept = std::make_shared<const std::string>(std::move(text));
  const std::lock_guard lock(mutex_);
  entries_.push_back({std::move(name), kind, encoding, std::move(kept), {}, nullptr});
  return static_cast<SourceId>(entries_.size() - 1);
}

SourceId Sources::add_object(std::string name, std::string id, std::shared_ptr<TextReader> reader) {
  const std::lock_guard lock(mutex_);
  entries_.push_back({std::move(name), SourceKind::git, Encoding::utf8, nullptr, std::move(id), std::move(reader)});
  return static_cast<SourceId>(entries_.size() - 1);
}

std::string_view Sources::object(SourceId id) const { return entry(id).object; }

void Sources::stand_in(std::string name, std::string text) {
  auto kept = std::make_shared<const std::string>(std::move(text));
  const std::lock_guard lock(mutex_);
  stand_ins_[std::move(name)] = std::move(kept);
}

const Sources::Entry& Sources::entry(SourceId id) const {
  const std::lock_guard lock(mutex_);
  return entries_.at(id);
}

std::string_view Sources::name(SourceId id) const { return entry(id).name; }
SourceKind Sources::kind(SourceId id) const { return entry(id).kind; }

std::size_t Sources::size() const {
  const std::lock_guard lock(mutex_);
  return entries_.size();
}

Encoding Sources::encoding(SourceId id) const {
  const std::lock_guard lock(mutex_);
  return entries_.at(id).encoding;
}

std::vector<SourceId> Sources::converted() const {
  std::vector<SourceId> found;
  const std::lock_guard lock(mutex_);
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (entries_[i].encoding != Encoding::utf8) found.push_back(static_cast<SourceId>(i));
  }
  return found;
}

void Sources::load(SourceId id, const Entry& from, std::string& into) const {
  if (from.reader) {
    from.reader->read(from.object, into);
  } else {
    read_file(from.name, into);
  }
  const Encoding encoding = make_utf8(into);
  if (encoding == Encoding::utf8) return;
  const std::lock_guard lock(mutex_);
  entries_.at(id).encoding = encoding;
}

void Sources::read(SourceId id, std::string& into) const {
  const Entry& from = entry(id);
  if (from.kept) {
    into = *from.kept;
  } else {
    load(id, from, into);
  }
}

SharedText Sources::text(SourceId id) const {
  const Entry& from = entry(id);
  if (from.kept) return from.kept;
  auto text = std::make_shared<std::string>();
  load(id, from, *text);
  return text;
}

}  // namespace matter
