#include "text/glob.h"

#include <doctest/doctest.h>

#include <string>

using namespace matter;

TEST_CASE("glob: a star stays within a step, two go through") {
  CHECK(matches_glob("village/*.yaml", "village/a.yaml"));
  CHECK_FALSE(matches_glob("village/*.yaml", "village/b/a.yaml"));
  CHECK(matches_glob("village/**/*.yaml", "village/b/c/a.yaml"));
  CHECK(matches_glob("village/**/*.yaml", "village/a.yaml"));
  CHECK(matches_glob("**/a.yaml", "a.yaml"));
  CHECK(matches_glob("a/**", "a/b/c"));
  CHECK_FALSE(matches_glob("a/**", "b/a/c"));
  CHECK(matches_glob("a**c", "a/b/c"));
}

TEST_CASE("glob: a folder means all in it, a name without a slash stands at any depth") {
  CHECK(matches_glob("village", "village/b/a.yaml"));
  CHECK(matches_glob("village/", "x/village/a.yaml"));
  CHECK(matches_glob("./a/village/", "a/village/a.yaml"));
  CHECK_FALSE(matches_glob("/village", "x/village/a.yaml"));
  CHECK_FALSE(matches_glob("a/village", "x/a/village/a.yaml"));
  CHECK_FALSE(matches_glob("villag", "village/a.yaml"));
  CHECK_FALSE(matches_glob("", "a"));
}

TEST_CASE("glob: a question mark is one character, of any length in bytes") {
  CHECK(matches_glob("??.yaml", "卫生.yaml"));
  CHECK_FALSE(matches_glob("?.yaml", "卫生.yaml"));
  CHECK_FALSE(matches_glob("a?b", "a/b"));
  CHECK(matches_glob("卫*可.yaml", "卫生许可.yaml"));
}

TEST_CASE("glob: a hostile pattern takes no more time than its length") {
  const std::string path(4000, 'a');
  std::string pattern;
  for (int i = 0; i < 500; ++i) pattern += "*a";
  CHECK_FALSE(matches_glob(pattern + "b", path));
  std::string deep;
  for (int i = 0; i < 500; ++i) deep += "**/";
  CHECK_FALSE(matches_glob(deep + "b", path));
}
