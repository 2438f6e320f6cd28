#include <doctest/doctest.h>

#include <string>

#include "frame/help.h"
#include "frame/markdown.h"
#include "support/shared.h"
#include "support/shell.h"
#include "text/unicode.h"
#include "text/wrap.h"

using namespace matter;
using namespace matter::cli;
using namespace matter::test;

namespace {

void check_width(const std::string& text) {
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string line(rest.substr(0, end));
    CAPTURE(line);
    CHECK(display_width(line) <= page_width);
    CHECK((line.empty() || line.back() != ' '));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

}  // namespace

TEST_CASE("help: no line is wider than 80 columns, in both languages") {
  for (const Lang lang : {Lang::zh, Lang::en}) {
    check_width(overview(lang, false));
    for (const Command* command : all_commands()) {
      check_width(help_of(*command, lang, false));
      check_width(manual_of(*command, lang, false));
    }
  }
}

TEST_CASE("help: colour changes nothing but the look") {
  for (const Command* command : all_commands()) {
    std::string colored = manual_of(*command, Lang::zh, true);
    for (const std::string_view code : {"\x1b[1m", "\x1b[0m"}) {
      for (std::size_t at = colored.find(code); at != std::string::npos; at = colored.find(code)) {
        colored.erase(at, code.size());
      }
    }
    CHECK(colored == manual_of(*command, Lang::zh, false));
  }
}

TEST_CASE("help: text is broken where Chinese may be broken") {
  // Six columns: no closing mark begins a line, no opening mark ends one, words stay whole.
  CHECK(wrapped("政务服务事项", 0, 6) == "政务服\n务事项");
  CHECK(wrapped("政务服，务", 0, 6) == "政务\n服，务");
  CHECK(wrapped("政务（服务）", 0, 6) == "政务\n（服\n务）");
  CHECK(wrapped("one two three", 2, 9) == "  one two\n  three");
  CHECK(wrapped("abcdefghij x", 0, 4) == "abcdefghij\nx");
  CHECK(wrapped("", 2, 9) == "  ");
}

TEST_CASE("help: pages for man are read by the formatter without a complaint, in both languages") {
  for (const Lang lang : {Lang::zh, Lang::en}) {
    for (const Command* command : all_commands()) {
      CAPTURE(command->name);
      const PlayFolder folder(in_repository(""));
      const ShellResult shown =
          run_in_shell("groff -k -man -w mac -w char -w syntax -w escape -w reg -W break -T utf8 -P -cbou",
                       folder.path(), MATTER_PROGRAM, man_page_of(*command, lang));
      CHECK(shown.exit == 0);
      CHECK(shown.err == "");
      for (const Option* option : command->options) {
        CHECK(shown.out.find("--" + std::string(option->name)) != std::string::npos);
      }
    }
  }
}

TEST_CASE("help: the page of the whole program names every command, in both languages") {
  for (const Lang lang : {Lang::zh, Lang::en}) {
    const PlayFolder folder(in_repository(""));
    const ShellResult shown =
        run_in_shell("groff -k -man -w mac -w char -w syntax -w escape -w reg -W break -T utf8 -P -cbou", folder.path(),
                     MATTER_PROGRAM, man_overview(lang));
    CHECK(shown.exit == 0);
    CHECK(shown.err == "");
    for (const Command* command : all_commands()) {
      CHECK(shown.out.find("matter-" + std::string(command->name) + "(1)") != std::string::npos);
    }
  }
}

TEST_CASE("help: a page keeps the lines of its code") {
  const auto blocks =
      blocks_of("One\ntwo:\n\n    a  # b\n    c\n\n- first\n  goes on\n- second\n### Head\n```\nx\n\ny\n```\n");
  std::string told;
  for (const Block& block : blocks) {
    told += std::to_string(static_cast<int>(block.kind)) + (block.apart ? " " : "") + "[" + block.text + "]";
  }
  CHECK(told == "0[One two:]3 [a  # b\nc]1 [first goes on]1[second]2[Head]3[x\n\ny]");
}
