#include <doctest/doctest.h>

#include "yaml_reading.h"

using namespace matter;
using namespace matter::test;

TEST_CASE("yaml spans: keys and values with their quotes and indicators") {
  const Reading r(
      "名称: 公共 场所  # 注\n"
      "\"code\" : \"11\\t\"\n"
      "text: |-\n  一\n  二\n\n"
      "more: >\n  三\n"
      "flow: {a: [1, 2], b}\n"
      "multi: one\n  two\n"
      "list:\n  - x: 1\n    y: 2\n  - z\n");
  REQUIRE(r.outcome == YamlOutcome::read);
  CHECK(r.slice_of(r.child(r.root(), 0)) == "名称");
  CHECK(r.slice_of(r.at("名称")) == "公共 场所");
  CHECK(r.slice_of(r.child(r.root(), 2)) == "\"code\"");
  CHECK(r.slice_of(r.at("code")) == "\"11\\t\"");
  CHECK(r.slice_of(r.at("text")) == "|-\n  一\n  二");
  CHECK(r.slice_of(r.at("more")) == ">\n  三");
  CHECK(r.slice_of(r.at("flow")) == "{a: [1, 2], b}");
  CHECK(r.slice_of(r.child(r.at("flow"), 1)) == "[1, 2]");
  CHECK(r.child(r.at("flow"), 3).span.empty());
  CHECK(r.slice_of(r.at("multi")) == "one\n  two");
  CHECK(r.slice_of(r.at("list")) == "- x: 1\n    y: 2\n  - z");
  CHECK(r.slice_of(r.child(r.at("list"), 0)) == "x: 1\n    y: 2");
  CHECK(r.root().span == Span{0, static_cast<std::uint32_t>(r.text.size() - 1)});
}

TEST_CASE("yaml spans: values without escapes are views of the text") {
  const Reading r("a: 甲\nb: '乙'\nc: \"丙\"\nd: [丁]\ne: x\\ty\n");
  for (const char* key : {"a", "b", "c", "e"}) {
    const char* data = r.at(key).data;
    CHECK(data >= r.text.data());
    CHECK(data < r.text.data() + r.text.size());
  }
}

TEST_CASE("yaml spans: comments in order, those on their own line known") {
  const Reading r("# one\na: 1 # two\n  # three\nb: [x, # four\n  y]\nc: | # five\n  # text\n# six\n");
  std::vector<std::string> comments;
  for (const Comment& c : r.doc.comments) {
    comments.push_back(std::string(slice(r.text, c.span)) + (c.own_line ? "!" : ""));
  }
  CHECK(comments == Said{"# one!", "# two", "# three!", "# four", "# five", "# six!"});
}

TEST_CASE("yaml spans: the single pair in a flow sequence spans its key and value") {
  const Reading r("[a: b, c]");
  CHECK(r.slice_of(r.child(r.root(), 0)) == "a: b");
}

TEST_CASE("yaml spans: a document is read again without a trace of the one before") {
  Document doc;
  Collector findings(Lang::en);
  const std::string first = "a: [1, 2\n# c\nb: \"\\t\"\n";
  CHECK(read_yaml(first, 1, doc, findings) == YamlOutcome::wrong);
  const std::string second = "x: y\n";
  CHECK(read_yaml(second, 2, doc, findings) == YamlOutcome::read);
  CHECK_FALSE(doc.damaged);
  CHECK(doc.nodes.size() == 3);
  CHECK(doc.comments.empty());
  CHECK(doc.source == 2);
}
