#include "support/shared.h"

#include <cstdio>
#include <cstdlib>
#include <system_error>

#include "text/source.h"

namespace matter::test {

std::optional<std::filesystem::path> shared_data() {
  const char* set = std::getenv("MATTER_SHARED");
  const std::filesystem::path root = set != nullptr ? set : MATTER_ROOT "/../shared";
  std::error_code ignored;
  if (!std::filesystem::is_directory(root / "data", ignored)) return std::nullopt;
  return root;
}

std::optional<std::filesystem::path> shared_data_or_say(const std::string& test) {
  auto root = shared_data();
  if (!root) std::printf("SKIPPED %s: no shared data (set MATTER_SHARED)\n", test.c_str());
  return root;
}

std::filesystem::path in_repository(const std::string& path) { return std::filesystem::path(MATTER_ROOT) / path; }

std::string file_text(const std::filesystem::path& path) {
  std::string text;
  read_file(path.string(), text);
  return text;
}

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "matter-test-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::system_error(errno, std::generic_category(), pattern);
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace matter::test
