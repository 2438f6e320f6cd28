#include <doctest/doctest.h>

#include <set>
#include <string>

#include "frame/command.h"
#include "frame/help.h"
#include "frame/options.h"
#include "frame/page.h"
#include "support/repository.h"
#include "support/shared.h"
#include "support/shell.h"
#include "text/unicode.h"

using namespace matter;
using namespace matter::cli;
using namespace matter::test;

namespace {

bool has_chinese(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c >= 0x4E00 && c <= 0x9FFF) return true;
  }
  return false;
}

void check_both(const Bilingual& text, const std::string& where) {
  CAPTURE(where);
  CHECK(has_chinese(text.zh));
  CHECK(!text.en.empty());
  CHECK(!has_chinese(text.en));
}

void check_option(const Option& option, const std::string& where) {
  check_both(option.help, where);
  const bool has_value = option.kind != Kind::flag;
  CHECK(has_value == !option.value.en.empty());
  if (has_value) check_both(option.value, where + " (value)");
  CHECK((option.kind == Kind::choice) == !option.choices.empty());
  bool initial_known = option.initial.empty() || option.kind != Kind::choice;
  for (const Choice& choice : option.choices) {
    CHECK(choice.help.zh.empty() == choice.help.en.empty());
    initial_known = initial_known || choice.value == option.initial;
  }
  CHECK(initial_known);
}

std::string transcripts() {
  std::string all;
  for (const auto& path : repository_files("tests/golden")) {
    if (path.extension() == ".txt") all += file_text(in_repository(path.string()));
  }
  return all;
}

}  // namespace

TEST_CASE("commands: every record is complete in both languages") {
  REQUIRE(all_commands().size() >= 2);
  for (const Command* command : all_commands()) {
    const std::string name(command->name);
    CAPTURE(name);
    CHECK((command->call != nullptr));
    CHECK(find_command(name) == command);
    check_both(command->summary, name);
    for (const Operand& operand : command->operands) {
      check_both(operand.name, name);
      check_both(operand.help, name);
    }
    for (const Option* option : command->options) check_option(*option, name + " --" + std::string(option->name));
    for (const Example& example : command->examples) check_both(example.shows, std::string(example.line));
    for (const ExitMeaning& exit : command->exits) check_both(exit.when, name);
    REQUIRE(command->exits.size() >= 2);
    CHECK(command->exits.front().code == exit_code::clean);
  }
  for (const Option* option : common_options()) check_option(*option, std::string(option->name));
}

TEST_CASE("commands: names and letters of options are unique, also against those of every command") {
  for (const Command* command : all_commands()) {
    std::set<std::string_view> names;
    std::set<char> letters;
    const auto add = [&](const Option& option) {
      CAPTURE(option.name);
      CHECK(names.insert(option.name).second);
      if (option.letter != '\0') CHECK(letters.insert(option.letter).second);
    };
    for (const Option* option : command->options) add(*option);
    for (const Option* option : common_options()) add(*option);
  }
}

TEST_CASE("commands: every command has a page in both languages and a transcript") {
  const std::string seen = transcripts();
  for (const Command* command : all_commands()) {
    CAPTURE(command->name);
    CHECK(has_chinese(page_of(command->name, Lang::zh)));
    CHECK(page_of(command->name, Lang::en).size() > 100);
    CHECK(!has_chinese(page_of(command->name, Lang::en)));
    CHECK(seen.find("matter " + std::string(command->name)) != std::string::npos);
  }
}

TEST_CASE("commands: every option of its own is used in a transcript or an example") {
  const std::string seen = transcripts();
  const auto used = [&](const Option& option, const Command& command) {
    const std::string written = "--" + std::string(option.name);
    const std::string line_start = "matter " + std::string(command.name);
    for (const Example& example : command.examples) {
      if (example.line.find(written) != std::string_view::npos) return true;
    }
    std::size_t at = seen.find(line_start);
    for (; at != std::string::npos; at = seen.find(line_start, at + 1)) {
      if (seen.substr(at, seen.find('\n', at) - at).find(written) != std::string::npos) return true;
    }
    return false;
  };
  for (const Command* command : all_commands()) {
    for (const Option* option : command->options) {
      CHECK_MESSAGE(used(*option, *command), command->name, " --", option->name, " is shown nowhere");
    }
  }
}

TEST_CASE("commands: every example runs and ends as its record says") {
  for (const Command* command : all_commands()) {
    CHECK_MESSAGE(!command->examples.empty(), command->name, " has no example");
    const PlayFolder folder(in_repository(""));
    for (const Example& example : command->examples) {
      const ShellResult result = run_in_shell(std::string(example.line), folder.path(), MATTER_PROGRAM);
      CAPTURE(example.line);
      CAPTURE(result.err);
      CHECK(result.exit == example.exit);
      if (example.exit == exit_code::clean) CHECK(result.err.empty());
    }
  }
}
