#include "edit/new_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

#include "edit/atomic_file.h"

namespace matter {

namespace {

/// Whatever fails is told by the name that the user knows, not by ours.
template <class Work>
void told_as(const std::string& path, const Work& work) {
  try {
    work();
  } catch (const std::system_error& failure) {
    throw std::system_error(failure.code(), path);
  }
}

}  // namespace

NewFile::NewFile(const std::string& path) {
  std::error_code error;
  const auto target = std::filesystem::canonical(path, error);
  path_ = error ? path : target.string();
  struct stat status {};
  const bool exists = ::stat(path_.c_str(), &status) == 0;
  const std::string name = free_sibling(path_, "new");
  half_made_.emplace();
  told_as(path_, [&] { write_new_file(name, {}, exists ? status.st_mode & 07777U : 0666U, false); });
  temporary_ = name;
  if (!exists || ::chmod(name.c_str(), status.st_mode & 07777U) == 0) return;
  ::unlink(name.c_str());
  fail_with_errno(path_);
}

NewFile::~NewFile() {
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void NewFile::append(std::string_view bytes) {
  break_off_if_asked();
  told_as(path_, [&] { append_to_file(temporary_, bytes); });
}

void NewFile::commit() {
  told_as(path_, [&] { sync_path(temporary_); });
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) fail_with_errno(path_);
  temporary_.clear();
  half_made_.reset();
  sync_folder(folder_of(path_));
}

}  // namespace matter
