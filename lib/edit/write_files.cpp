#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <system_error>

#include "edit/atomic.h"
#include "edit/atomic_file.h"
#include "text/encoding.h"
#include "text/read_file.h"

namespace matter {

namespace {

/// One file on its way: what it replaces and where both versions wait.
struct Staged {
  std::string path;    // the file itself, links followed
  std::string fresh;   // beside it
  std::string backup;  // a second name of the old file; empty where there was none
  bool existed = false;
  bool renamed = false;
  bool remove = false;
  const FileWrite* write = nullptr;
};

class ChangedCategory : public std::error_category {
 public:
  [[nodiscard]] const char* name() const noexcept override { return "matter.edit"; }
  [[nodiscard]] std::string message(int) const override { return "changed since it was read; nothing was written"; }
};

bool is_as_read(const FileWrite& write) {
  if (!write.read) return true;
  std::string found;
  try {
    read_file(write.path, found);
  } catch (const std::system_error&) {
    return false;  // it is gone, or nobody may read it any more
  }
  return text_print(found) == *write.read || (make_utf8(found) != Encoding::utf8 && text_print(found) == *write.read);
}

/// The permissions of a new version, which whoever may read it may run, or nobody.
mode_t mode_of(mode_t old, std::optional<bool> executable) {
  const mode_t kept = old & 07777U;
  if (!executable) return kept;
  return *executable ? kept | ((kept & 0444U) >> 2U) : kept & ~mode_t{0111U};
}

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
    file.existed = exists;
    file.remove = write.remove;
    file.write = &write;
    if (write.remove) {
      if (exists) keep_old(file);
      return;
    }
    const mode_t made = write.executable.value_or(false) ? 0777U : 0666U;
    const std::string fresh = free_sibling(file.path, "new", next_name_);
    try {
      write_new_file(fresh, write.bytes, exists ? status.st_mode & 07777U : made, false);
    } catch (const std::system_error& failure) {
      throw std::system_error(failure.code(), write.path);  // the user knows this name, not ours
    }
    file.fresh = fresh;
    if (!exists) return;
    if (::chmod(fresh.c_str(), mode_of(status.st_mode, write.executable)) != 0) fail_with_errno(file.path);
    keep_old(file);
  }

  /// When all are written: the first sync then carries most of them to the disk at once.
  void sync_all() const {
    for (const Staged& file : files_) {
      if (file.remove) continue;
      break_off_if_asked();
      try {
        sync_path(file.fresh);
      } catch (const std::system_error& failure) {
        throw std::system_error(failure.code(), file.path);
      }
    }
  }

  /// As late as can be. What is renamed after that in the place of somebody's new version cannot be told any more.
  void look_again() const {
    for (const Staged& file : files_) {
      if (!is_as_read(*file.write)) throw std::system_error(file_changed(), file.write->path);
    }
  }

  void rename_all() {
    for (Staged& file : files_) {
      if (file.remove) continue;
      if (::rename(file.fresh.c_str(), file.path.c_str()) != 0) fail_with_errno(file.path);
      file.renamed = true;
    }
    // What goes, goes last: broken off before that, everything stands somewhere.
    for (Staged& file : files_) {
      if (!file.remove || !file.existed) continue;
      if (::unlink(file.path.c_str()) != 0) fail_with_errno(file.path);
      file.renamed = true;
    }
    std::set<std::string> folders;
    for (const Staged& file : files_) folders.insert(folder_of(file.path));
    for (const std::string& folder : folders) sync_folder(folder);
    done_ = true;
  }

 private:
  void keep_old(Staged& file) {
    const std::string backup = free_sibling(file.path, "old", next_name_);
    if (::link(file.path.c_str(), backup.c_str()) == 0) file.backup = backup;
  }

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

/// Folders that were made for new files; taken away again unless they were needed.
class MadeFolders {
 public:
  MadeFolders() = default;
  MadeFolders(const MadeFolders&) = delete;
  MadeFolders& operator=(const MadeFolders&) = delete;
  ~MadeFolders() {
    while (!made_.empty()) {
      ::rmdir(made_.back().c_str());  // one with a file in it stays
      made_.pop_back();
    }
  }

  void make(const std::string& folder) {
    struct stat status {};
    if (::stat(folder.c_str(), &status) == 0) return;
    const std::string above = folder_of(folder);
    if (above != folder) make(above);
    if (::mkdir(folder.c_str(), 0777) == 0) {
      made_.push_back(folder);
    } else if (errno != EEXIST) {
      fail_with_errno(folder);
    }
  }

 private:
  std::vector<std::string> made_;
};

}  // namespace

std::size_t text_print(std::string_view text) { return std::hash<std::string_view>{}(text); }

std::error_code file_changed() {
  static const ChangedCategory category;
  return {1, category};
}

void change_files(const std::vector<FileWrite>& files, const std::string& folder) {
  {
    MadeFolders made;
    for (const FileWrite& file : files) {
      if (!file.remove) made.make(folder_of(file.path));
    }
    write_files(files);
  }
  for (const FileWrite& file : files) {
    if (!file.remove) continue;
    std::string above = folder_of(file.path);
    while (above.size() > folder.size() && ::rmdir(above.c_str()) == 0) above = folder_of(above);
  }
}

void write_files(const std::vector<FileWrite>& files) {
  const HalfMade until_done;
  Staging staging;
  for (const FileWrite& file : files) {
    break_off_if_asked();
    staging.stage(file);
  }
  staging.sync_all();
  break_off_if_asked();
  staging.look_again();
  staging.rename_all();
}

}  // namespace matter
