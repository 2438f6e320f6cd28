#pragma once

#include <sys/types.h>

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace matter {

/// What tells a folder or file from all others on this machine.
struct FileKey {
  dev_t device = 0;
  ino_t inode = 0;
  friend auto operator<=>(const FileKey&, const FileKey&) = default;
};

enum class EntryKind : std::uint8_t { file, folder, link, other };

/// Key and kind of what a path leads to (links are followed).
struct PathStatus {
  FileKey key;
  EntryKind kind = EntryKind::other;
};
/// False where there is nothing (ENOENT, ENOTDIR). Throws std::system_error for any other reason.
[[nodiscard]] bool find_path(const std::string& path, PathStatus& into);

/// The entries of one folder in bytewise order of the paths below it (a folder counts as `name/`).
/// Names are kept in one buffer; no call to the system for each entry.
class FolderList {
 public:
  struct Entry {
    std::uint32_t at = 0;
    std::uint32_t length = 0;
    EntryKind kind = EntryKind::other;
    ino_t inode = 0;  ///< as the folder has it; some layered file systems tell another one for the file itself
  };

  /// Throws std::system_error when the folder cannot be read.
  explicit FolderList(const std::string& path);

  [[nodiscard]] FileKey key() const { return key_; }
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  [[nodiscard]] std::string_view name(const Entry& e) const { return std::string_view(names_).substr(e.at, e.length); }

 private:
  void sort();

  FileKey key_;
  std::string names_;
  std::vector<Entry> entries_;
};

/// `folder/name`; the working folder is ".", and adds nothing.
[[nodiscard]] std::string join_path(std::string_view folder, std::string_view name);

}  // namespace matter
