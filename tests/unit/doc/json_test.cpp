#include "doc/json.h"

#include <doctest/doctest.h>

#include <string>

#include "support/trees.h"

using namespace matter;

namespace {

struct Outcome {
  bool read = false;
  Document document;
  Collector findings{Lang::en};
};

Outcome read(std::string_view text, std::uint32_t offset = 0) {
  Outcome outcome;
  outcome.read = read_json(text, 7, offset, outcome.document, outcome.findings);
  return outcome;
}

std::string tree(std::string_view text) {
  const Outcome outcome = read(text);
  REQUIRE(outcome.read);
  CHECK(outcome.findings.found().empty());
  return test::tree_text(outcome.document);
}

/// Where the only finding stands.
Span refused_at(std::string_view text, std::uint32_t offset = 0) {
  const Outcome outcome = read(text, offset);
  REQUIRE_FALSE(outcome.read);
  REQUIRE(outcome.findings.found().size() == 1);
  CHECK(outcome.findings.found()[0].rule == "yaml-syntax");
  CHECK(outcome.findings.found()[0].at.source == 7);
  return outcome.findings.found()[0].at.span;
}

}  // namespace

TEST_CASE("json: values become the tree that YAML gives") {
  CHECK(tree(R"({"名称": "许可", "n": [1, true, null]})") ==
        "document\n"
        " map flow\n"
        "  double \"名称\"\n"
        "  double \"许可\"\n"
        "  double \"n\"\n"
        "  seq flow\n"
        "   plain \"1\"\n"
        "   plain \"true\"\n"
        "   null\n"
        "  end\n"
        " end\n");
  CHECK(tree("\"\\u4e2d\\n\"") == "document\n double \"中\\n\"\n");
}

TEST_CASE("json: numbers keep their text") {
  CHECK(tree("[0, -0, 1.0, 1e3, -12, 0.10, 123456789012345678901234567890]") ==
        "document\n seq flow\n  plain \"0\"\n  plain \"-0\"\n  plain \"1.0\"\n  plain \"1e3\"\n  plain \"-12\"\n"
        "  plain \"0.10\"\n  plain \"123456789012345678901234567890\"\n end\n");
}

TEST_CASE("json: values are found by key") {
  const Outcome outcome = read(R"({"a": {"b": "c"}})", 100);
  REQUIRE(outcome.read);
  const Document& document = outcome.document;
  CHECK(document.reader == Reader::json);
  const NodeId a = document.find(document.roots[0], "a");
  REQUIRE(a != no_node);
  CHECK(document.node(document.find(a, "b")).text() == "c");
  CHECK(document.node(a).span == Span{106, 116});
  CHECK(document.node(document.roots[0]).count == 2);
}

TEST_CASE("json: every value has the bytes that it stands in") {
  const std::string text = "\xEF\xBB\xBF{ \"a\\\"b\" : [ 1.50 ,true,null , \"\\\\\" , {} ] ,\n\"c,:}\":-3}";
  const Outcome outcome = read(text);
  REQUIRE(outcome.read);
  std::string all;
  for (const Node& node : outcome.document.nodes) all.append(slice(text, node.span)).append("|");
  CHECK(all ==
        "{ \"a\\\"b\" : [ 1.50 ,true,null , \"\\\\\" , {} ] ,\n\"c,:}\":-3}|\"a\\\"b\"|[ 1.50 ,true,null , \"\\\\\" , "
        "{} ]|"
        "1.50|true|null|\"\\\\\"|{}|\"c,:}\"|-3|");
}

TEST_CASE("json: a fault is found at its byte") {
  CHECK(refused_at("[1, 2,]") == Span{6, 7});
  CHECK(refused_at("[1, 2,]", 50) == Span{56, 57});
  CHECK(refused_at("[1, 2") == Span{5, 5});
  CHECK(refused_at("") == Span{0, 0});
  CHECK(refused_at("{} x") == Span{3, 4});
  CHECK(refused_at("{\"a\" 1}") == Span{5, 6});
}

TEST_CASE("json: bytes that are no UTF-8 are said to be that, at the first of them") {
  const Outcome outcome = read("[\"\xB9\xFA\"]", 10);
  CHECK_FALSE(outcome.read);
  REQUIRE(outcome.findings.found().size() == 1);
  CHECK(outcome.findings.found()[0].rule == "yaml-encoding");
  CHECK(outcome.findings.found()[0].at.span.begin == 12);
}

TEST_CASE("json: a key that stands twice is a finding, and the value is not trusted") {
  const Outcome outcome = read(R"([{"a": 1, "b": 2, "a": 3}])");
  CHECK_FALSE(outcome.read);
  CHECK(outcome.document.damaged);
  REQUIRE(outcome.findings.found().size() == 1);
  CHECK(outcome.findings.found()[0].rule == "yaml-duplicate-key");
  CHECK(outcome.findings.found()[0].subject == "a");
}

TEST_CASE("json: nesting has a limit") {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  CHECK(read(nested(512)).read);
  CHECK_FALSE(read(nested(513)).read);
  CHECK_FALSE(read(std::string(1'000'000, '[')).read);
}
