#include "frame/database_program.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace matter::cli {

namespace {

constexpr std::string_view name = "matter-postgresql";

/// The words of the command line, as the system keeps them.
std::vector<std::string> own_arguments() {
  std::ifstream file("/proc/self/cmdline", std::ios::binary);
  const std::string all{std::istreambuf_iterator<char>(file), {}};
  std::vector<std::string> words;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find('\0', at), all.size());
    words.push_back(all.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

}  // namespace

int hand_over_to_database_program(const Invocation& in, const Words<>& instead) {
  std::error_code none;
  const std::filesystem::path own = std::filesystem::read_symlink("/proc/self/exe", none);
  const std::filesystem::path other = own.parent_path() / name;
  std::vector<std::string> words = own_arguments();
  if (!own.empty() && own.filename() != name && ::access(other.c_str(), X_OK) == 0 && !words.empty()) {
    std::vector<char*> pointers;
    pointers.reserve(words.size() + 1);
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    ::execv(other.c_str(), pointers.data());
  }
  return in.fail(
      {"这个程序是单个文件，里面没有 PostgreSQL，旁边也没有 {0}：安装软件包 {0}，或者{1}",
       "this program is one file without PostgreSQL, and there is no {0} beside it: install the package {0}, "
       "or {1}"},
      name, say(in.lang, instead));
}

}  // namespace matter::cli
