#include <doctest/doctest.h>

#include "support/repository.h"

using namespace matter::test;

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_lines = 500;
constexpr std::size_t most_lines_of_a_rule = 120;
constexpr std::size_t most_lines_of_main = 100;

std::size_t lines_of(const fs::path& path) {
  std::size_t count = 0;
  each_line(path, [&](std::string_view, std::size_t) { ++count; });
  return count;
}

bool is_code(const fs::path& path) { return ends_with_one_of(path, {".cpp", ".h", ".cmake", ".sh", ".js", ".py", ""}); }

/// Data that is generated or measured in its own way.
bool is_data(const fs::path& path) { return ends_with_one_of(path, {".csv", ".json", ".xsd", ".xlsx"}); }

}  // namespace

TEST_CASE("sizes: no file is over 500 lines, no rule over 120, main under 100") {
  std::size_t seen = 0;
  for (const fs::path& path : repository_files()) {
    if (is_data(path)) continue;
    ++seen;
    const bool rule = path.parent_path() == "lib/checks/rules" && is_code(path);
    const std::size_t most = rule ? most_lines_of_a_rule : most_lines;
    const std::size_t lines = lines_of(path);
    CHECK_MESSAGE(lines <= most, path.string(), " has ", lines, " lines, at most ", most, " are allowed");
  }
  CHECK(seen > 100);
  CHECK(lines_of("tools/main.cpp") <= most_lines_of_main);
}

TEST_CASE("sizes: no text names a folder of somebody's machine") {
  // Put together here, so that this file does not name them either.
  const std::string words[] = {std::string("/wo") + "rk/", std::string("/ho") + "me/", std::string("/ro") + "ot/"};
  for (const fs::path& path : repository_files()) {
    if (is_data(path)) continue;
    each_line(path, [&](std::string_view line, std::size_t number) {
      for (const std::string& word : words) {
        CHECK_MESSAGE(line.find(word) == std::string_view::npos, path.string(), ":", number, ": ", word);
      }
    });
  }
}

TEST_CASE("sizes: no file keeps what git left of a conflict") {
  for (const fs::path& path : repository_files()) {
    each_line(path, [&](std::string_view line, std::size_t number) {
      CHECK_MESSAGE(!line.starts_with("<<<<<<< "
                                      "HEAD"),
                    path.string(), ':', number);
    });
  }
}
