#include <doctest/doctest.h>

#include "diag/collector.h"
#include "doc/yaml.h"
#include "edit/draft.h"

using namespace matter;

namespace {

struct Read {
  explicit Read(std::string_view yaml) : text(yaml) {
    Collector findings(Lang::en);
    read_yaml(text, 0, doc, findings);
    REQUIRE(doc.roots.size() == 1);
  }
  [[nodiscard]] Draft draft() const { return draft_of(doc, doc.roots.front()); }

  std::string text;
  Document doc;
};

}  // namespace

TEST_CASE("draft: a document is the tree of its own draft, however it is written, and of no other") {
  constexpr std::string_view trees[] = {"a: 1\nb: [x, {c: d}]\n",
                                        "a: 1\n",
                                        "a: 1\nb: [x, {c: d}, y]\n",
                                        "a: 1\nb: [x, {e: d}]\n",
                                        "b: [x, {c: d}]\na: 1\n",
                                        "a: 1\nb: [x]\n",
                                        "a:\nb: [x, {c: d}]\n",
                                        "a: ''\nb: [x, {c: d}]\n",
                                        "- a\n- b\n",
                                        "a: 1\nb: x\n"};
  for (const std::string_view one : trees) {
    const Read read(one);
    for (const std::string_view other : trees) {
      const Draft draft = Read(other).draft();
      const bool same = one == other;
      CHECK_MESSAGE(same_tree(read.doc, read.doc.roots.front(), draft) == same, one, other);
      CHECK_MESSAGE(same_tree(read.draft(), draft) == same, one, other);
    }
  }
  const Read otherwise("\"a\": '1'\nb:\n  - x\n  - c: d # note\n");
  CHECK(same_tree(otherwise.doc, otherwise.doc.roots.front(), Read(trees[0]).draft()));
}
