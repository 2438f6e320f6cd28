#include "support/repository.h"

#include <algorithm>

#include "support/shared.h"

namespace matter::test {
namespace fs = std::filesystem;

std::vector<fs::path> repository_files(const std::string& folder) {
  const fs::path root = in_repository("");
  std::vector<fs::path> found;
  for (auto at = fs::recursive_directory_iterator(root / folder); at != fs::recursive_directory_iterator(); ++at) {
    const std::string name = at->path().filename().string();
    const bool apart = name.front() == '.' || name == "build" || name == "node_modules";
    if (apart && at->is_directory()) at.disable_recursion_pending();
    if (!apart && at->is_regular_file()) found.push_back(at->path().lexically_relative(root));
  }
  std::sort(found.begin(), found.end());
  return found;
}

bool ends_with_one_of(const fs::path& path, const std::vector<std::string_view>& endings) {
  const std::string ending = path.extension().string();
  return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

void each_line(const fs::path& path, const std::function<void(std::string_view, std::size_t)>& each) {
  const std::string text = file_text(in_repository(path.string()));
  std::string_view rest = text;
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    each(rest.substr(0, end), number);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

}  // namespace matter::test
