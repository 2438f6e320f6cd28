#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace matter::test {

/// The folder of shared data (`MATTER_SHARED`, else ../shared beside the repository), or nothing:
/// then the test says that it was skipped. A user's machine has none.
[[nodiscard]] std::optional<std::filesystem::path> shared_data();

/// The same, with the message printed when it is missing.
[[nodiscard]] std::optional<std::filesystem::path> shared_data_or_say(const std::string& test);

/// A file of this repository.
[[nodiscard]] std::filesystem::path in_repository(const std::string& path);

/// A whole file; throws when it cannot be read.
[[nodiscard]] std::string file_text(const std::filesystem::path& path);

/// A new empty folder that is removed with the object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace matter::test
