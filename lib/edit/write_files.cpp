#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <set>
#include <system_error>

#include "edit/atomic.h"
#include "edit/atomic_file.h"

namespace matter {

namespace {

/// One file on its way: what it replaces and where both versions wait.
struct Staged {
  std::string path;    // the file itself, links followed
  std::string fresh;   // beside it
  std::string backup;  // a second name of the old file; empty where there was none
  bool existed = false;
  bool renamed = false;
};

/// Undoes whatever was done unless everything succeeded.
class Staging {
 public:
  Staging() = default;
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;
  ~Staging() {
    for (const Staged& file : files_) {
      if (!done_ && file.renamed) put_back(file);
      if (!file.renamed && !file.fresh.empty()) ::unlink(file.fresh.c_str());
      if (!file.backup.empty()) ::unlink(file.backup.c_str());
    }
  }

  void stage(const FileWrite& write) {
    Staged& file = files_.emplace_back();
    std::error_code error;
    const auto target = std::filesystem::canonical(write.path, error);
    file.path = error ? write.path : target.string();
    struct stat status {};
    const bool exists = ::stat(file.path.c_str(), &status) == 0;
    const std::string fresh = free_sibling(file.path, "new", next_name_);
    try {
      write_new_file(fresh, write.bytes, exists ? status.st_mode & 07777U : 0666U, false);
    } catch (const std::system_error& failure) {
      throw std::system_error(failure.code(), write.path);  // the user knows this name, not ours
    }
    file.fresh = fresh;
    file.existed = exists;
    if (!exists) return;
    if (::chmod(fresh.c_str(), status.st_mode & 07777U) != 0) fail_with_errno(file.path);
    const std::string backup = free_sibling(file.path, "old", next_name_);
    if (::link(file.path.c_str(), backup.c_str()) == 0) file.backup = backup;
  }

  /// When all are written: the first sync then carries most of them to the disk at once.
  void sync_all() const {
    for (const Staged& file : files_) {
      break_off_if_asked();
      try {
        sync_path(file.fresh);
      } catch (const std::system_error& failure) {
        throw std::system_error(failure.code(), file.path);
      }
    }
  }

  void rename_all() {
    for (Staged& file : files_) {
      if (::rename(file.fresh.c_str(), file.path.c_str()) != 0) fail_with_errno(file.path);
      file.renamed = true;
    }
    std::set<std::string> folders;
    for (const Staged& file : files_) folders.insert(folder_of(file.path));
    for (const std::string& folder : folders) sync_folder(folder);
    done_ = true;
  }

 private:
  static void put_back(const Staged& file) {
    if (!file.backup.empty()) {
      ::rename(file.backup.c_str(), file.path.c_str());
    } else if (!file.existed) {
      ::unlink(file.path.c_str());
    }  // else: a file system without links; the new version is whole, so it stays
  }

  std::vector<Staged> files_;
  unsigned next_name_ = 0;
  bool done_ = false;
};

}  // namespace

void write_files(const std::vector<FileWrite>& files) {
  const HalfMade until_done;
  Staging staging;
  for (const FileWrite& file : files) {
    break_off_if_asked();
    staging.stage(file);
  }
  staging.sync_all();
  break_off_if_asked();
  staging.rename_all();
}

}  // namespace matter
