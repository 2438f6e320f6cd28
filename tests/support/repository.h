#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace matter::test {

/// All files of the repository below `folder` (a path from its root), as paths from its root, sorted;
/// what is built, fetched or hidden is left out.
[[nodiscard]] std::vector<std::filesystem::path> repository_files(const std::string& folder = "");

/// Whether a path has one of the endings (".cpp", ".h").
[[nodiscard]] bool ends_with_one_of(const std::filesystem::path& path, const std::vector<std::string_view>& endings);

/// Calls `each(line, number)` for every line of a file of the repository.
void each_line(const std::filesystem::path& path, const std::function<void(std::string_view, std::size_t)>& each);

}  // namespace matter::test
