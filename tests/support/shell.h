#pragma once

#include <filesystem>
#include <string>

namespace matter::test {

/// What a command line gave.
struct ShellResult {
  int exit = 0;
  std::string out;
  std::string err;
};

/// Runs a line with sh in `folder`, with nothing of the caller's surroundings but a PATH that begins with the
/// program's folder; locale C.UTF-8, at most two minutes. Control characters and bytes that are no UTF-8 come
/// back as `\x1b`, the folder's own path as `{folder}`.
[[nodiscard]] ShellResult run_in_shell(const std::string& line, const std::filesystem::path& folder,
                                       const std::filesystem::path& program, const std::string& input = {});

/// A new empty folder with a link to the repository's `catalogs`, removed with the object.
class PlayFolder {
 public:
  explicit PlayFolder(const std::filesystem::path& repository);
  ~PlayFolder();
  PlayFolder(const PlayFolder&) = delete;
  PlayFolder& operator=(const PlayFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// The whole file; empty when it cannot be read.
[[nodiscard]] std::string whole_file(const std::filesystem::path& path);
/// Makes the folders above too. Throws std::runtime_error.
void write_file(const std::filesystem::path& path, const std::string& text);

}  // namespace matter::test
