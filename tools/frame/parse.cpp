#include <CLI/CLI.hpp>

#include <algorithm>

#include "frame/arguments.h"
#include "frame/options.h"

namespace matter::cli {
namespace {

/// An option known to CLI11 together with its record.
struct Bound {
  const Option* record;
  CLI::Option* parsed;
};

std::string spelled(const Option& option) {
  std::string names = "--" + std::string(option.name);
  if (option.letter != '\0') names += std::string(",-") + option.letter;
  return names;
}

/// A missing value is allowed here (0 to 1 values), so that check.cpp can say it in the user's language.
Bound bind(CLI::App& app, const Option& option) {
  CLI::Option* parsed = nullptr;
  if (option.kind == Kind::flag) {
    parsed = app.add_flag(spelled(option));
  } else {
    parsed = app.add_option(spelled(option), CLI::callback_t{});
    parsed->expected(0, 1)->allow_extra_args(false);
  }
  parsed->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  return {&option, parsed};
}

void take(const Bound& bound, RawArguments& into) {
  for (const std::string& value : bound.parsed->results()) {
    const bool is_flag = bound.record->kind == Kind::flag;
    if (is_flag && value != "true") into.unwanted_value.push_back(bound.record);
    if (!is_flag && value.empty()) into.without_value.push_back(bound.record);
    into.given.add(*bound.record, value);
  }
}

/// One command of the program as CLI11 sees it.
struct Known {
  const Command* record;
  CLI::App* app;
  std::vector<Bound> options;
};

Known add_command(CLI::App& app, const Command& command) {
  Known known{&command, app.add_subcommand(std::string(command.name)), {}};
  known.app->set_help_flag();
  known.app->allow_extras();
  for (const Option* option : command.options) known.options.push_back(bind(*known.app, *option));
  for (const Option* option : common_options()) known.options.push_back(bind(*known.app, *option));
  return known;
}

/// What CLI11 could not place: operands (which it is not told of, since it would split `[a,b]`), and unknown options.
void place(const std::vector<std::string>& words, RawArguments& into) {
  for (const std::string& word : words) {
    const bool option = word.size() > 1 && word[0] == '-';
    if (option || into.command == nullptr) {
      into.unknown.push_back(word);
    } else {
      into.given.add_operand(word);
    }
  }
}

}  // namespace

RawArguments parse(int argc, const char* const* argv) {
  // Behind `--` nothing is an option any more.
  const char* const* const end = argv + argc;
  const char* const* const mark = std::find(argv, end, std::string_view("--"));

  CLI::App app;
  app.set_help_flag();
  app.allow_extras()->require_subcommand(0, 1);
  std::vector<Bound> common;
  for (const Option* option : common_options()) common.push_back(bind(app, *option));
  std::vector<Known> commands;
  for (const Command* command : all_commands()) commands.push_back(add_command(app, *command));

  app.parse(static_cast<int>(mark - argv), argv);

  RawArguments raw;
  for (const Bound& bound : common) take(bound, raw);
  for (const Known& known : commands) {
    if (!known.app->parsed()) continue;
    raw.command = known.record;
    for (const Bound& bound : known.options) take(bound, raw);
    place(known.app->remaining(), raw);
  }
  for (std::string& word : app.remaining()) raw.unknown.push_back(std::move(word));
  for (const char* const* word = mark; word < end; ++word) {
    if (word != mark) raw.given.add_operand(*word);
  }
  return raw;
}

}  // namespace matter::cli
