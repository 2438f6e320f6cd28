#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "edit/break_off.h"

namespace matter {

/// A file that is written piece by piece and appears whole or not at all: it grows under a hidden name beside its place
/// and takes it when `commit` is called; destroyed before that, nothing is left of it. What stood there before keeps
/// its permissions, symbolic links are followed. All members throw std::system_error that names the path.
class NewFile {
 public:
  explicit NewFile(const std::string& path);
  ~NewFile();
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  /// Breaks off when that was asked for (break_off.h).
  void append(std::string_view bytes);
  /// Synced, then renamed.
  void commit();

 private:
  std::string path_;       // the file itself, links followed
  std::string temporary_;  // empty: committed
  std::optional<HalfMade> half_made_;
};

}  // namespace matter
