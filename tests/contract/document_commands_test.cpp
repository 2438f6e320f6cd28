#include <doctest/doctest.h>

#include <algorithm>
#include <regex>
#include <string>
#include <vector>

#include "frame/command.h"
#include "frame/invocation.h"
#include "ops/version.h"
#include "support/quotes.h"
#include "support/repository.h"
#include "support/shared.h"

using namespace matter;
using namespace matter::cli;
using namespace matter::test;

namespace {

namespace fs = std::filesystem;

/// Pages that people follow; the change log also tells of what is gone.
std::vector<fs::path> pages() {
  std::vector<fs::path> found;
  for (const fs::path& path : repository_files()) {
    if (path.extension() == ".md" && path.filename() != "CHANGELOG.md" && *path.begin() != "tools" &&
        *path.begin() != "tests")
      found.push_back(path);
  }
  return found;
}

/// As sh divides it, up to what ends the command.
std::vector<std::string> words_of(const std::string& line) {
  std::vector<std::string> words;
  std::string word;
  bool inside = false;
  char quote = '\0';
  const auto end_word = [&] {
    if (inside) words.push_back(word);
    word.clear();
    inside = false;
  };
  for (const char c : line) {
    if (quote != '\0' && c != quote) {
      word += c;
    } else if (quote != '\0') {
      quote = '\0';
    } else if (c == '\'' || c == '"') {
      quote = c;
      inside = true;
    } else if (c == ' ') {
      end_word();
    } else if (c == '|' || c == ';' || c == '>' || c == '<' || c == ')' || (c == '#' && !inside)) {
      break;
    } else {
      word += c;
      inside = true;
    }
  }
  end_word();
  words.erase(std::find(words.begin(), words.end(), "&&"), words.end());
  words.erase(std::find(words.begin(), words.end(), ":::"), words.end());
  return words;
}

RawArguments parsed(const std::vector<std::string>& words) {
  std::vector<const char*> given;
  for (const std::string& word : words) given.push_back(word.c_str());
  return parse(static_cast<int>(given.size()), given.data());
}

/// Where a command of ours begins in a line of a block, if one does.
std::size_t command_at(const std::string& line) {
  static const std::regex begins("(^|: |parallel |\\$ |&& |; |\\()matter (?=[a-z-])");
  std::smatch found;
  if (!std::regex_search(line, found, begins)) return std::string::npos;
  return static_cast<std::size_t>(found.position(0) + found.length(0)) - std::string_view("matter ").size();
}

}  // namespace

TEST_CASE("documents: every command in a block that is not run is one that the program understands") {
  std::size_t checked = 0;
  for (const fs::path& path : pages()) {
    bool inside = false;
    bool run = false;
    std::string line;
    each_line(path, [&](std::string_view text, std::size_t number) {
      if (text.starts_with("```")) {
        inside = !inside;
        run = text.starts_with("```console");
        return;
      }
      if (!inside || run) return;
      line += text;
      if (line.ends_with('\\')) {  // goes on
        line.back() = ' ';
        return;
      }
      if (const std::size_t at = command_at(line); at != std::string::npos) {
        ++checked;
        const std::string wrong = mistake(parsed(words_of(line.substr(at))), Lang::en);
        CHECK_MESSAGE(wrong.empty(), path.string(), ":", number, ": ", line, ": ", wrong);
      }
      line.clear();
    });
  }
  CHECK(checked > 30);
}

TEST_CASE("documents: every command named within a sentence exists, with the options named") {
  const std::regex named("`matter ([^`]+)`");
  std::size_t checked = 0;
  for (const fs::path& path : pages()) {
    each_line(path, [&](std::string_view text, std::size_t number) {
      const std::string line(text);
      for (std::sregex_iterator at(line.begin(), line.end(), named), end; at != end; ++at) {
        const std::vector<std::string> words =
            words_of(std::regex_replace((*at)[1].str(), std::regex("[\\[\\]]"), " "));
        if (words.empty() || words[0].starts_with("-") || words[0] == "COMMAND") continue;
        ++checked;
        const Command* const command = find_command(words[0]);
        CHECK_MESSAGE(command != nullptr, path.string(), ":", number, ": matter ", words[0]);
        if (command == nullptr) continue;
        for (const std::string& word : words) {
          if (!word.starts_with("--")) continue;
          const RawArguments raw = parsed({"matter", words[0], word});
          CHECK_MESSAGE(raw.unknown.empty(), path.string(), ":", number, ": matter ", words[0], ' ', word);
        }
      }
    });
  }
  CHECK(checked > 100);
}

TEST_CASE("documents: the days are told in both languages by the same commands") {
  for (const std::string day : {"docs/day-official", "docs/day-engineer"}) {
    const auto commands = [](const std::string& page) {
      std::vector<std::string> found;
      for (const Quote& quote : quotes_of(file_text(in_repository(page)))) {
        // Names of files and messages of commits differ.
        const std::vector<std::string> words = words_of(quote.line);
        std::string shape;
        for (std::size_t i = 0; i < words.size() && i < 3; ++i)
          if (words[i].find('.') == std::string::npos && words[i].find('/') == std::string::npos)
            shape += words[i] + ' ';
        found.push_back(shape);
      }
      return found;
    };
    CHECK(commands(day + ".md").size() >= 8);
    CHECK(commands(day + ".md") == commands(day + ".zh.md"));
  }
}

TEST_CASE("documents: they are of the version that is built") {
  const std::string version(program_version());  // of CMakeLists.txt, the one place
  CHECK(file_text(in_repository("docs/README.md")).find("**matter " + version + "**") != std::string::npos);
  const std::string changes = file_text(in_repository("CHANGELOG.md"));
  CHECK(changes.substr(changes.find("\n## ")).starts_with("\n## " + version));
  const std::regex tagged("(@v|rev: v|matter-)([0-9]+\\.[0-9]+\\.[0-9]+)");
  std::size_t checked = 0;
  for (const fs::path& path : repository_files("docs")) {
    if (path.extension() != ".md") continue;
    each_line(path, [&](std::string_view text, std::size_t number) {
      const std::string line(text);
      for (std::sregex_iterator at(line.begin(), line.end(), tagged), end; at != end; ++at) {
        ++checked;
        CHECK_MESSAGE((*at)[2].str() == version, path.string(), ":", number);
      }
    });
  }
  CHECK(checked >= 6);
}
