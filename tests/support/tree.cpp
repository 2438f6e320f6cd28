#include "support/tree.h"

#include <fstream>

namespace matter::test {

std::string Tree::path(const std::string& below) const {
  return below.empty() ? folder_.path().string() : (folder_.path() / below).string();
}

std::string Tree::add(const std::string& below, std::string_view text) const {
  const std::filesystem::path whole = folder_.path() / below;
  std::filesystem::create_directories(whole.parent_path());
  std::ofstream file(whole, std::ios::binary);
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  if (!file.flush()) throw std::runtime_error("cannot write " + whole.string());
  return whole.string();
}

std::string Tree::without_root(std::string_view path) const {
  const std::string root = folder_.path().string() + "/";
  return std::string(path.starts_with(root) ? path.substr(root.size()) : path);
}

}  // namespace matter::test
