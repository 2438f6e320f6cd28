#include <doctest/doctest.h>

#include "yaml_reading.h"

using namespace matter;
using namespace matter::test;

namespace {

std::string tree(std::string yaml) {
  const Reading reading(std::move(yaml));
  CHECK(reading.outcome == YamlOutcome::read);
  CHECK(reading.said() == Said{});
  CHECK_FALSE(reading.doc.damaged);
  return reading.tree();
}

}  // namespace

TEST_CASE("yaml tree: block mappings and sequences") {
  CHECK(tree("a: 1\nb:\n  c: 2\n  d:\n    - x\n    - y: 1\n      z: 2\n") == "{a: 1, b: {c: 2, d: [x, {y: 1, z: 2}]}}");
  CHECK(tree("list:\n- a\n- b\nnext: c\n") == "{list: [a, b], next: c}");
  CHECK(tree("- - a\n  - b\n-\n  - c\n- k:\n  - d\n") == "[[a, b], [c], {k: [d]}]");
  CHECK(tree("名称: 公共场所卫生许可（示例）：一\n备注: a#b http://x:1\n") ==
        "{名称: 公共场所卫生许可（示例）：一, 备注: a#b http://x:1}");
}

TEST_CASE("yaml tree: what is absent is null, and what is written null too") {
  const Reading r("a:\nb: ~\nc: null # n\nd: nUll\nlist:\n  -\n  - Null\n");
  CHECK(r.tree() == "{a: ~, b: ~, c: ~, d: nUll, list: [~, ~]}");
  CHECK(r.at("a").span == Span{2, 2});
  CHECK(r.slice_of(r.at("b")) == "~");
  CHECK(r.slice_of(r.at("c")) == "null");
  CHECK(r.child(r.at("list"), 0).span.empty());
}

TEST_CASE("yaml tree: plain scalars of several lines are folded") {
  CHECK(tree("a: one\n  two\n\n  three\nb: x\n") == "{a: one two\\nthree, b: x}");
  CHECK(tree("- a\n - b\n") == "[a - b]");
  CHECK(tree("one\ntwo\n") == "one two");
}

TEST_CASE("yaml tree: single quotes") {
  CHECK(tree("a: 'it''s'\nb: 'x\n\n  y\n  z'\nc: ''\n") == "{a: 'it's', b: 'x\\ny z', c: ''}");
}

TEST_CASE("yaml tree: double quotes with escapes and folding") {
  CHECK(tree("a: \"\\u4e2d\\x41\\t\\\"\\\\\\/\"\n") == "{a: \"中A\t\"\\/\"}");
  CHECK(tree("a: \"\\ud83d\\ude00\\U0001F600\"\n") == "{a: \"😀😀\"}");
  CHECK(tree("a: \"x  \n   y\\\n   \\ z\\n\"\n") == "{a: \"x y z\\n\"}");
  CHECK(tree("\"a b\": 1\n'c': 2\n") == "{\"a b\": 1, 'c': 2}");
}

TEST_CASE("yaml tree: literal and folded text with indicators") {
  CHECK(tree("a: |\n  x\n   y\n\n  z\n\nb: 1\n") == "{a: |x\\n y\\n\\nz\\n, b: 1}");
  CHECK(tree("a: |-\n  x\nb: |+\n  y\n\nc: 1\n") == "{a: |x, b: |y\\n\\n, c: 1}");
  CHECK(tree("a: >\n  x\n  y\n\n  z\n    w\n  v\n") == "{a: >x y\\nz\\n  w\\nv\\n}");
  CHECK(tree("a: |2-  # note\n    x\n  y\n") == "{a: |  x\\ny}");
  CHECK(tree("- |\n x: y # no comment\n- >-\n\n z\n") == "[|x: y # no comment\\n, >\\nz]");
  CHECK(tree("a: |\nb: 1\n") == "{a: |, b: 1}");
}

TEST_CASE("yaml tree: flow collections") {
  CHECK(tree("a: {x: 1, y: [b, 'c', \"d\"], z}\n") == "{a: {x: 1, y: [b, 'c', \"d\"], z: ~}}");
  CHECK(tree("a: [\n  b, # note\n  c d\n    e,\n ]\n") == "{a: [b, c d e]}");
  CHECK(tree("[a: b, {\"c\":d}, : e, []]\n") == "[{a: b}, {\"c\": d}, {~: e}, []]");
  CHECK(tree("{a: , b: {}, \"c\": \n d}\n") == "{a: ~, b: {}, \"c\": d}");
  CHECK(tree("- [a:b, http://x/y, 8:30]\n") == "[[a:b, http://x/y, 8:30]]");
}

TEST_CASE("yaml tree: several documents") {
  CHECK(tree("---\na: 1\n---\n- b\n...\n# none\n---\nc\n") == "{a: 1} / [b] / c");
  CHECK(tree("").empty());
  CHECK(tree("# nothing\n\n").empty());
  CHECK(tree("---\n---\n") == "~ / ~");
  const Reading r("---\na: 1\n---\nb: 2\n");
  CHECK(slice(r.text, r.doc.root_spans.at(0)) == "\na: 1\n");
  CHECK(slice(r.text, r.doc.root_spans.at(1)) == "\nb: 2\n");
}

TEST_CASE("yaml tree: line breaks of all kinds and a byte order mark give the same tree") {
  const std::string text = "\xEF\xBB\xBF# c\na: 1\n\nb:\n  - x\n  - 'y\n    z'\nc: |\n  t\n  u\nd: [e,\n  f]\n";
  const std::string expected = "{a: 1, b: [x, 'y z'], c: |t\\nu\\n, d: [e, f]}";
  CHECK(tree(text) == expected);
  for (const std::string_view line_break : {"\r\n", "\r"}) {
    std::string other;
    for (const char c : text) c == '\n' ? other += line_break : other += c;
    CHECK(tree(other) == expected);
  }
  CHECK(tree("a: 1\nb: x") == "{a: 1, b: x}");
  CHECK(tree("a: |\n  x") == "{a: |x\\n}");
}

TEST_CASE("yaml tree: what the dialect leaves to the general reader") {
  for (const char* yaml : {"a: &x 1\n", "a: *x\n", "a: !t 1\n", "%YAML 1.2\n---\na\n", "? [a]\n: b\n", "[a]: b\n",
                           "{[a]: b}\n", "- ? a\n"}) {
    CAPTURE(yaml);
    CHECK(Reading(yaml).outcome != YamlOutcome::read);
  }
  CHECK(tree("a: b &c *d !e\nf: g?\n?h: -i\n") == "{a: b &c *d !e, f: g?, ?h: -i}");
}
