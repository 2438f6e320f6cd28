#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "support/judges.h"
#include "support/quotes.h"
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
    const std::vector<Quote> all = quotes_of(file_text(in_repository(document.string())));
    if (needs_judges(all) && !judges_or_say(document.string())) continue;
    const PlayFolder folder(in_repository(""));
    for (const Quote& quote : all) {
      ++commands;
      const std::string printed = printed_by(quote, folder.path(), MATTER_PROGRAM, in_repository(""));
      CHECK_MESSAGE(shows(quote, printed), document.string(), ":", quote.number, ": $ ", quote.line, "\n", printed);
    }
  }
  CHECK(commands >= 10);
}

TEST_CASE("readmes: the Chinese README shows the same commands as the English one") {
  const auto lines = [](const char* document) {
    std::vector<std::string> commands;
    for (const Quote& quote : quotes_of(file_text(in_repository(document)))) commands.push_back(quote.line);
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
