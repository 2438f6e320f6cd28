#include "frame/ci.h"

#include <cstdlib>
#include <filesystem>
#include <string_view>

namespace matter::cli {
namespace {

namespace fs = std::filesystem;

std::string variable(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string() : value;
}

std::string folder_below(const std::string& root) {
  if (root.empty()) return {};
  std::error_code error;
  const fs::path top = fs::canonical(root, error);
  if (error) return {};
  const std::string below = fs::current_path().lexically_relative(top).generic_string();
  return below.empty() || below == "." || below.starts_with("..") ? std::string() : below + '/';
}

}  // namespace

Ci ci_of_environment() {
  Ci ci;
  ci.github = variable("GITHUB_ACTIONS") == "true";
  if (ci.github) ci.summary = variable("GITHUB_STEP_SUMMARY");
  ci.folder = folder_below(variable(ci.github ? "GITHUB_WORKSPACE" : "CI_PROJECT_DIR"));
  return ci;
}

}  // namespace matter::cli
