#include "catalog/folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <system_error>

namespace matter {

namespace {

[[noreturn]] void fail(const std::string& path) { throw std::system_error(errno, std::generic_category(), path); }

EntryKind kind_of(mode_t mode) {
  if (S_ISREG(mode)) return EntryKind::file;
  if (S_ISDIR(mode)) return EntryKind::folder;
  if (S_ISLNK(mode)) return EntryKind::link;
  return EntryKind::other;
}

/// Some file systems do not tell the kind with the name.
EntryKind kind_of(const dirent& entry, int folder) {
  switch (entry.d_type) {
    case DT_REG: return EntryKind::file;
    case DT_DIR: return EntryKind::folder;
    case DT_LNK: return EntryKind::link;
    case DT_UNKNOWN: break;
    default: return EntryKind::other;
  }
  struct stat status {};
  if (::fstatat(folder, entry.d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) return EntryKind::other;
  return kind_of(status.st_mode);
}

}  // namespace

bool find_path(const std::string& path, PathStatus& into) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) return false;
    fail(path);
  }
  into = {{status.st_dev, status.st_ino}, kind_of(status.st_mode)};
  return true;
}

FolderList::FolderList(const std::string& path) {
  const std::unique_ptr<DIR, int (*)(DIR*)> folder(::opendir(path.c_str()), &::closedir);
  if (!folder) fail(path);
  const int descriptor = ::dirfd(folder.get());
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) fail(path);
  key_ = {status.st_dev, status.st_ino};
  for (;;) {
    errno = 0;
    const dirent* entry = ::readdir(folder.get());
    if (entry == nullptr) break;
    const std::string_view name = entry->d_name;
    if (name == "." || name == "..") continue;
    entries_.push_back({static_cast<std::uint32_t>(names_.size()), static_cast<std::uint32_t>(name.size()),
                        kind_of(*entry, descriptor), entry->d_ino});
    names_ += name;
    // What stands behind a name decides its place among names that begin with it.
    names_ += entries_.back().kind == EntryKind::folder ? '/' : '\0';
  }
  if (errno != 0) fail(path);
  sort();
}

void FolderList::sort() {
  const std::string_view names = names_;
  std::sort(entries_.begin(), entries_.end(), [&](const Entry& a, const Entry& b) {
    return names.substr(a.at, a.length + 1) < names.substr(b.at, b.length + 1);
  });
}

std::string join_path(std::string_view folder, std::string_view name) {
  std::string path;
  if (folder != ".") {
    path.reserve(folder.size() + 1 + name.size());
    path = folder;
    if (!path.ends_with('/')) path += '/';
  }
  path += name;
  return path;
}

}  // namespace matter
