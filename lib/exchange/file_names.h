#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace matter {

/// Makes file names that every system takes and nobody can climb out of a folder with: readable,
/// unique (also where case does not count), the same for the same sequence of wishes.
class FileNames {
 public:
  /// A relative path of at most `most_path` bytes from a wish like `示例市教育局/1135…-学历公证`, with `suffix`
  /// at its end. Path separators in the wish make folders; `..`, control characters and what a file system
  /// refuses become `_`; long parts are cut between characters.
  [[nodiscard]] std::string make(std::string_view wish, std::string_view suffix);

  static constexpr std::size_t most_folder = 72;  ///< bytes of a folder's name
  static constexpr std::size_t most_name = 120;   ///< bytes of the file's name, suffix included
  static constexpr std::size_t most_folders = 2;
  static constexpr std::size_t most_path = most_folders * (most_folder + 1) + most_name;

 private:
  std::unordered_set<std::string> taken_;
};

/// One part of a path, made safe.
[[nodiscard]] std::string safe_name(std::string_view wish, std::size_t most_bytes);

}  // namespace matter
