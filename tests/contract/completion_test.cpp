#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

#include "frame/complete.h"
#include "support/repository.h"
#include "support/shared.h"
#include "support/shell.h"
#include "support/terminal.h"

using namespace matter;
using namespace matter::cli;
using namespace matter::test;

namespace {

std::vector<std::string> offered(const std::vector<std::string>& words) {
  std::vector<std::string> texts;
  for (const Completion::Word& word : complete(words, Lang::en).words) texts.push_back(word.text);
  return texts;
}

bool offers(const std::vector<std::string>& words, const std::string& wanted) {
  const auto all = offered(words);
  return std::find(all.begin(), all.end(), wanted) != all.end();
}

bool files(const std::vector<std::string>& words) { return complete(words, Lang::en).files; }

/// A shell, how it is started without anybody's settings, and how it is made to complete.
struct Shell {
  std::string name;
  std::vector<std::string> command;
  std::string load;
};

const Shell shells[] = {
    {"bash", {"bash", "--norc", "--noprofile", "-i"}, "source <(matter completion bash)"},
    {"zsh", {"zsh", "-f", "-i"}, "autoload -U compinit; compinit -u -D; source <(matter completion zsh)"},
    {"zsh",
     {"zsh", "-f", "-i"},
     "mkdir f; matter completion zsh > f/_matter; fpath=($PWD/f $fpath); autoload -U compinit; compinit -u -D"},
    {"fish", {"fish", "--no-config", "-i"}, "matter completion fish | source"},
};

bool installed(const std::string& shell) { return std::system(("command -v " + shell + " >/dev/null").c_str()) == 0; }

}  // namespace

TEST_CASE("completion: every command and option of it is offered, and no other command's") {
  for (const Command* command : all_commands()) {
    CAPTURE(command->name);
    const std::string name(command->name);
    CHECK(offers({name.substr(0, name.size() - 1)}, name));
    for (const Option* option : command->options) {
      CAPTURE(option->name);
      const std::string spelled = "--" + std::string(option->name);
      CHECK(offers({name, spelled}, spelled));
      for (const Choice& choice : option->choices) {
        CHECK(offers({name, spelled, ""}, std::string(choice.value)));
        CHECK(offers({name, spelled + "="}, spelled + "=" + std::string(choice.value)));
        CHECK(offers({name, spelled, "=", ""}, std::string(choice.value)));
      }
      if (option->kind == Kind::path) CHECK(files({name, spelled, ""}));
    }
  }
  CHECK(!offers({"validate", "--"}, "--union"));
}

TEST_CASE("completion: what was given is not offered again, and behind -- there are no options") {
  CHECK(offers({"validate", "--f"}, "--fix"));
  CHECK(!offers({"validate", "--fix", "--f"}, "--fix"));
  CHECK(offers({"merge", "--prefer", "a", "--pr"}, "--prefer"));
  CHECK(!offers({"validate", "--", "--f"}, "--fix"));
  CHECK(files({"validate", "--", "--f"}));
}

TEST_CASE("completion: arguments that are no files") {
  CHECK(offers({"explain", "limit-prom"}, "limit-promised-over-legal"));
  CHECK(!files({"explain", ""}));
  CHECK(offers({"export", "--to", ""}, "national-exchange"));
  CHECK(offers({"export", "--medium", ""}, "jsonl"));
  CHECK(offers({"platforms", ""}, "show"));
  CHECK(offers({"platforms", "show", ""}, "national-exchange"));
  CHECK(files({"platforms", "check", ""}));
  CHECK_FALSE(files({"platforms", ""}));
  CHECK(offers({"set", "1135", "limits."}, "limits.promised"));
  CHECK(offers({"help", "va"}, "validate"));
  CHECK(offered({"show", ""}).empty());
  CHECK(!files({"show", ""}));
  CHECK(files({"show", "1135", ""}));
  CHECK(offered({"no-such-command", ""}) == offered({""}));
}

TEST_CASE("completion: typed in real shells") {
  for (const Shell& shell : shells) {
    if (!installed(shell.name)) {
      MESSAGE("SKIPPED: ", shell.name, " is not installed");
      continue;
    }
    CAPTURE(shell.name);
    const PlayFolder folder(in_repository(""));
    write_file(folder.path() / "示例 目录.yaml", "name: 甲（示例）\n");
    Terminal terminal(shell.command, folder.path(), MATTER_PROGRAM);
    // The words are shown only once they were carried out, not as they are typed.
    terminal.type(shell.load + "; echo rea''dy\n");
    REQUIRE_MESSAGE(terminal.shows("ready"), terminal.shown());
    terminal.type("matter explain limit-promised-o\t; echo rule=''seen\n");
    CHECK_MESSAGE(terminal.shows("limit-promised-over-legal"), terminal.shown());
    REQUIRE_MESSAGE(terminal.shows("rule=seen"), terminal.shown());
    terminal.type("matter stats --form\tjs\t --output s.json 示例\t&& echo count''ed\n");
    CHECK_MESSAGE(terminal.shows("counted"), terminal.shown());
    CHECK(whole_file(folder.path() / "s.json").find("matter.stats/1") != std::string::npos);
  }
}
