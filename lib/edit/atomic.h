#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "edit/break_off.h"

namespace matter {

/// A folder that appears whole or not at all. Files are written into a hidden folder beside it, which
/// takes its name when `commit` is called; destroyed before that, everything is removed again. Nothing is on the disk
/// before the first file is. `write` and `append` break off when that was asked for (break_off.h).
///
/// Whole means: for every other program, and when this one fails or is killed. Nothing is forced to the
/// disk (2,262 fsyncs take half a minute, one syncfs waits for everybody else's data): such folders are
/// made of sources that are still there. A change of a user's own files is synced, see write_files.
/// All members throw std::system_error that names the path.
class NewFolder {
 public:
  /// `path` must not exist, or be an empty folder.
  explicit NewFolder(std::string path);
  ~NewFolder();
  NewFolder(const NewFolder&) = delete;
  NewFolder& operator=(const NewFolder&) = delete;

  /// A new file; folders on the way are made. `relative` has no `..` and no leading `/`.
  void write(std::string_view relative, std::string_view bytes, bool executable = false);
  /// More bytes at the end of a file, which is made where there is none, folders too.
  void append(std::string_view relative, std::string_view bytes);
  /// Reads a file of this folder again, before it is committed.
  void read(std::string_view relative, std::string& into) const;
  /// Moves the folder to its place. An existing folder that is not empty is replaced (and removed) only
  /// when `replace` was allowed by can_replace.
  void commit(bool replace = false);
  /// Where the replaced folder is, if it could not be removed (not ours, or busy); else empty. The new one is in its
  /// place all the same: whoever commits has to tell.
  [[nodiscard]] const std::string& left_behind() const { return left_behind_; }

 private:
  void make();
  [[nodiscard]] std::string new_place(std::string_view relative);
  [[nodiscard]] std::string inside(std::string_view relative) const;

  std::string path_;
  std::string left_behind_;
  std::string temporary_;  // empty: not made yet
  std::optional<HalfMade> half_made_;
  std::string last_folder_;
  bool committed_ = false;
};

class Collector;
/// A warning, where a replaced folder was left behind.
void tell_left_behind(const std::string& folder, Collector& findings);

enum class FolderState : std::uint8_t {
  missing,
  empty,
  ours,     ///< not empty, but has the file `mark` that this program writes
  foreign,  ///< not empty and not ours, no folder, or the working folder itself: never replaced
};
[[nodiscard]] FolderState folder_state(const std::string& path, std::string_view mark);

/// One file of a change.
struct FileWrite {
  std::string path;
  std::string bytes;
  std::optional<bool> executable = std::nullopt;  ///< whether whoever may read it may run it; nothing: as it is
  bool remove = false;                            ///< takes the file away
  /// What the file held when it was read (text_print of its bytes, or of its text as UTF-8).
  std::optional<std::size_t> read = std::nullopt;
};

/// Tells a text from all others, in this process.
[[nodiscard]] std::size_t text_print(std::string_view text);
/// The error of a file that is not what it was when it was read.
[[nodiscard]] std::error_code file_changed();

/// Replaces the contents of files (or makes them), all or none as far as a file system allows: each is
/// written beside its place; all are synced; only then are they renamed; when a rename fails,
/// those before it are put back. Permissions stay, symbolic links are followed. Before the first is renamed, files are
/// looked at again: where one is not what was read, `file_changed` is thrown and nothing is written.
/// Throws std::system_error that names the path.
void write_files(const std::vector<FileWrite>& files);
/// The same for files below a folder: folders that new files need are made, those that lose their last file go.
void change_files(const std::vector<FileWrite>& files, const std::string& folder);

}  // namespace matter
