#include "edit/atomic.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "diag/collector.h"
#include "edit/atomic_file.h"
#include "text/source.h"

namespace matter {

namespace {

namespace fs = std::filesystem;

std::string without_slash(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

/// `a` takes the name of `b`, in one step where the system can do that. Returns where the old `b` is then.
std::string take_name(const std::string& a, const std::string& b) {
  if (::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0) return a;
  if (errno != EINVAL && errno != ENOSYS) fail_with_errno(b);
  std::string aside = free_sibling(b, "old");
  if (::rename(b.c_str(), aside.c_str()) != 0) fail_with_errno(b);
  if (::rename(a.c_str(), b.c_str()) == 0) return aside;
  const int why = errno;
  ::rename(aside.c_str(), b.c_str());
  errno = why;
  fail_with_errno(b);
}

bool is_working_folder_or_above(const std::string& path) {
  std::error_code error;
  const fs::path target = fs::canonical(path, error);
  if (error) return false;
  const fs::path here = fs::current_path(error);
  for (fs::path at = here;; at = at.parent_path()) {
    if (at == target) return true;
    if (at == at.parent_path()) return false;
  }
}

}  // namespace

FolderState folder_state(const std::string& path, std::string_view mark) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(path, error);
  if (status.type() == fs::file_type::not_found) return FolderState::missing;
  if (status.type() != fs::file_type::directory || is_working_folder_or_above(path)) return FolderState::foreign;
  if (fs::is_empty(path)) return FolderState::empty;
  return fs::is_regular_file(fs::path(path) / mark, error) ? FolderState::ours : FolderState::foreign;
}

void tell_left_behind(const std::string& folder, Collector& findings) {
  if (folder.empty()) return;
  findings.add("field-value", Severity::warning, {},
               {"新的已经写好；被替换的旧文件夹没能全部删除，剩下的在“{}”，请自行删除",
                "the new folder is written; the one it replaced could not be removed whole: what is left is at '{}', "
                "remove it yourself"},
               folder);
}

NewFolder::NewFolder(std::string path) : path_(without_slash(std::move(path))) {}

NewFolder::~NewFolder() {
  std::error_code error;
  if (!committed_ && !temporary_.empty()) fs::remove_all(temporary_, error);
}

void NewFolder::make() {
  if (!temporary_.empty()) return;
  std::error_code error;
  fs::create_directories(folder_of(path_), error);
  half_made_.emplace();
  const std::string name = free_sibling(path_, "new");
  if (::mkdir(name.c_str(), 0777) != 0) fail_with_errno(path_);
  temporary_ = name;
}

std::string NewFolder::inside(std::string_view relative) const {
  return std::string(temporary_).append("/").append(relative);
}

void NewFolder::write(std::string_view relative, std::string_view bytes, bool executable) {
  break_off_if_asked();
  const std::string path = new_place(relative);
  write_new_file(path, bytes, executable ? 0777 : 0666, false);
}

void NewFolder::append(std::string_view relative, std::string_view bytes) {
  break_off_if_asked();
  append_to_file(new_place(relative), bytes);
}

std::string NewFolder::new_place(std::string_view relative) {
  make();
  std::string path = inside(relative);
  std::string folder = folder_of(path);
  if (folder != last_folder_ && folder != temporary_) fs::create_directories(folder);
  last_folder_ = std::move(folder);
  return path;
}

void NewFolder::read(std::string_view relative, std::string& into) const { read_file(inside(relative), into); }

void NewFolder::commit(bool replace) {
  make();
  if (::rename(temporary_.c_str(), path_.c_str()) != 0) {
    if (!replace || (errno != ENOTEMPTY && errno != EEXIST)) fail_with_errno(path_);
    std::string old = take_name(temporary_, path_);
    std::error_code error;
    fs::remove_all(old, error);
    if (error) left_behind_ = std::move(old);  // the new one is in its place: that is no failure
  }
  committed_ = true;
}

}  // namespace matter
