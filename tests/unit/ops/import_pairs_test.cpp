#include "ops/import_pairs.h"

#include <doctest/doctest.h>

using namespace matter;

namespace {

ContentId print(std::string_view text) { return content_id({text}); }

constexpr std::size_t none = ImportPairs::none;
using Numbers = std::vector<std::size_t>;

}  // namespace

TEST_CASE("import pairs: one document and one matter of a code belong together, whatever they say") {
  ImportPairs pairs;
  pairs.add_came("A", print("new"), "x/y.xml");
  pairs.add_matter("B", print("b"), "b.xml", 1);
  pairs.add_matter("A", print("old"), "a.xml", 1);
  CHECK(pairs.settle(false).empty());
  CHECK(pairs.came_for(0) == none);
  CHECK_FALSE(pairs.key_came(0));
  CHECK(pairs.came_for(1) == 0);
}

TEST_CASE("import pairs: of several versions what says the same, else the newest") {
  ImportPairs pairs;
  for (const char* const key : {"A", "B"}) {
    pairs.add_matter(key, print("v1"), "e.json", 1);
    pairs.add_matter(key, print("v3"), "e-2.json", 3);
    pairs.add_matter(key, print("v2"), "e-3.json", 2);
  }
  pairs.add_came("A", print("v1"), "e.json");
  pairs.add_came("B", print("other"), "e.json");
  CHECK(pairs.settle(true).empty());
  CHECK(pairs.came_for(0) == 0);
  CHECK(pairs.came_for(1) == none);
  CHECK(pairs.key_came(1));
  CHECK(pairs.came_for(3) == none);
  CHECK(pairs.came_for(4) == 1);
}

TEST_CASE("import pairs: several that changed are known by the files that an export names so") {
  ImportPairs pairs;
  pairs.add_matter("A", print("1"), "m/a.xml", 1);
  pairs.add_matter("A", print("2"), "m/a-2.xml", 1);
  pairs.add_came("A", print("x"), "out/m/a-2.xml");
  pairs.add_came("A", print("y"), "out/m/a.xml");
  CHECK(pairs.settle(false).empty());
  CHECK(pairs.came_for(0) == 1);
  CHECK(pairs.came_for(1) == 0);
}

TEST_CASE("import pairs: what cannot be told apart is said, not guessed") {
  ImportPairs pairs;
  pairs.add_matter("A", print("1"), "a.xml", 1);
  pairs.add_matter("A", print("2"), "a-2.xml", 1);
  pairs.add_came("A", print("x"), "other.xml");
  pairs.add_came("B", print("x"), "b.xml");
  pairs.add_came("B", print("y"), "b-2.xml");
  pairs.add_matter("C", print("c"), "c.xml", 1);
  pairs.add_came("C", print("c"), "c.xml");
  pairs.add_came("C", print("d"), "za.xml");
  CHECK(pairs.settle(false) == Numbers{0, 1, 2, 4});
  CHECK(pairs.came_for(0) == none);
  CHECK(pairs.key_came(0));
  CHECK(pairs.came_for(2) == 3);
}
