#include <doctest/doctest.h>

#include <string>

#include "frame/help.h"
#include "frame/wrap.h"
#include "text/unicode.h"

using namespace matter;
using namespace matter::cli;

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
