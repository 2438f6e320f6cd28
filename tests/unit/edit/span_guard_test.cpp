#include "edit/span_guard.h"

#include <doctest/doctest.h>

#include <string>

using namespace matter;

namespace {

std::string guarded(std::string_view text, std::string_view what, std::string_view by) {
  const auto begin = static_cast<std::uint32_t>(text.find(what));
  return guard_spans(text, {{{0, {begin, begin + static_cast<std::uint32_t>(what.size())}}, std::string(by)}},
                     Lang::en);
}

}  // namespace

TEST_CASE("span guard: a value may become another") {
  CHECK(guarded("a: 1\nb: 2 # two\n", "2", "3") == "");
  CHECK(guarded("a: {x: 1, y: 2}\n", "x", "z") == "");
  CHECK(guarded("a: 1\nb: 2\n", "a: 1\n", "") == "");
  CHECK(guarded("a:\n  b:　1\nc: 2\n", "　", " ") == "");
}

TEST_CASE("span guard: what no edit touches must be read as before") {
  CHECK(guarded("a: 1\nb: 2\n", "1", "\"1") != "");
  CHECK(guarded("a:\n  x: 1\n  y: 2\n", "  x: 1\n", "") == "");
  CHECK(guarded("a: [1, 2, 3]\n", "1", "[1]") == "");
  CHECK(guarded("a:\n  b: 1\n  c: 2\n", "a:\n", "a: 0\n") != "");
}

TEST_CASE("span guard: comments stay, and no text becomes one") {
  CHECK(guarded("a: 1 # one\nb: 2\n", " # one", "") == "a comment would be lost: # one");
  CHECK(guarded("a: 1\n# about b\nb: 2\n", "# about b\nb: 2\n", "") != "");
  CHECK(guarded("a: x\nb: 1#2\n", "x", "y #") == "");
}

TEST_CASE("span guard: a text that is not understood may be mended, but keeps its comments") {
  CHECK(guarded("a：1\nb: 2 # two\n", "：", ": ") == "");
  CHECK(guarded("a：1\nb: 2 # two\n", " # two", "") != "");
  CHECK(guarded("a：\"x #y\"\nb: 2\n", "：", ": ") == "");
}

TEST_CASE("span guard: a text that is understood must stay so") {
  CHECK(guarded("a: 1\nb: 2\n", ": 1", "：1") == "the file would not be understood any more");
  CHECK(guarded("a: 1\nb: 2\n", "b", "a") == "the file would not be understood any more");
}
