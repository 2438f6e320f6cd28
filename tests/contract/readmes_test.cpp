#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "support/repository.h"
#include "support/shared.h"
#include "support/shell.h"

using namespace matter::test;

namespace {

namespace fs = std::filesystem;

/// Folders in which a README would itself be data.
constexpr std::string_view pure_data[] = {
    "tests/fuzz/corpus/format",   "tests/fuzz/corpus/matter", "tests/fuzz/corpus/json",
    "tests/fuzz/corpus/encoding",  // every file is fed to the reader
    "tests/fuzz/corpus/yaml",     "tests/fuzz/corpus/xml",
};

bool is_pure_data(const fs::path& folder) {
  return std::find(std::begin(pure_data), std::end(pure_data), folder.generic_string()) != std::end(pure_data);
}

/// A command line of a document and the lines shown below it; `…` stands for any lines.
struct Quoted {
  std::string line;
  std::vector<std::string> shown;
  bool chinese = false;
  std::size_t number = 0;
};

/// The blocks ```console (or ```console zh: with a Chinese locale) of a document.
std::vector<Quoted> quoted(const fs::path& document) {
  std::vector<Quoted> found;
  bool inside = false;
  bool chinese = false;
  each_line(document, [&](std::string_view line, std::size_t number) {
    if (line.substr(0, 3) == "```") {
      inside = !inside && line.substr(3, 7) == "console";
      chinese = line == "```console zh";
    } else if (inside && line.substr(0, 2) == "$ ") {
      found.push_back({std::string(line.substr(2)), {}, chinese, number});
    } else if (inside && !found.empty()) {
      found.back().shown.emplace_back(line);
    }
  });
  return found;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

bool matches(const std::vector<std::string>& shown, std::size_t i, const std::vector<std::string>& real,
             std::size_t j) {
  if (i == shown.size()) return j == real.size();
  if (shown[i] == "…") {
    for (std::size_t k = j; k <= real.size(); ++k) {
      if (matches(shown, i + 1, real, k)) return true;
    }
    return false;
  }
  return j < real.size() && shown[i] == real[j] && matches(shown, i + 1, real, j + 1);
}

}  // namespace

TEST_CASE("readmes: every folder says what belongs in it") {
  std::set<fs::path> folders;
  for (const fs::path& path : repository_files()) {
    for (fs::path folder = path.parent_path(); !folder.empty(); folder = folder.parent_path()) folders.insert(folder);
  }
  CHECK(folders.size() > 20);
  for (const fs::path& folder : folders) {
    if (is_pure_data(folder)) continue;
    CHECK_MESSAGE(fs::exists(in_repository((folder / "README.md").string())), folder.string(), " has no README.md");
  }
}

TEST_CASE("readmes: what documents quote is what the program prints") {
  std::size_t commands = 0;
  for (const fs::path& document : repository_files()) {
    if (document.extension() != ".md") continue;
    const std::vector<Quoted> all = quoted(document);
    const PlayFolder folder(in_repository(""));
    for (const Quoted& quote : all) {
      ++commands;
      const std::string locale = quote.chinese ? "export LC_ALL=zh_CN.UTF-8; " : "";
      const ShellResult real = run_in_shell(locale + "{ " + quote.line + "\n} 2>&1", folder.path(), MATTER_PROGRAM);
      CHECK_MESSAGE(matches(quote.shown, 0, lines_of(real.out), 0), document.string(), ":", quote.number, ": $ ",
                    quote.line, "\n", real.out);
    }
  }
  CHECK(commands >= 10);
}

TEST_CASE("readmes: the Chinese README shows the same commands as the English one") {
  const auto lines = [](const char* document) {
    std::vector<std::string> commands;
    for (const Quoted& quote : quoted(document)) commands.push_back(quote.line);
    return commands;
  };
  CHECK(!lines("README.md").empty());
  CHECK(lines("README.md") == lines("README.zh.md"));
}

TEST_CASE("readmes: the two commands stand at the top") {
  for (const char* document : {"README.md", "README.zh.md"}) {
    CAPTURE(document);
    std::size_t demo = 0;
    std::size_t test = 0;
    each_line(document, [&](std::string_view line, std::size_t number) {
      if (demo == 0 && line.find("./scripts/demo") != std::string_view::npos) demo = number;
      if (test == 0 && line.find("./scripts/test") != std::string_view::npos) test = number;
    });
    CHECK((demo > 0 && demo < 20));
    CHECK((test > demo && test < 20));
  }
}
