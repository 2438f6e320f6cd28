// What lies outside the dialect: read by yaml-cpp, judged, given exact places.
#include "doc/yaml/general.h"

#include <doctest/doctest.h>

#include <string>

#include "doc/yaml.h"
#include "support/trees.h"

using namespace matter;

namespace {

struct Outcome {
  YamlOutcome outcome = YamlOutcome::wrong;
  Document document;
  Collector findings{Lang::en};
};

Outcome read(std::string_view text) {
  Outcome result;
  result.outcome = read_yaml(text, 3, result.document, result.findings);
  return result;
}

std::string tree(std::string_view text) {
  const Outcome result = read(text);
  CHECK(result.outcome == YamlOutcome::handed_over);
  CHECK(result.document.reader == Reader::yaml_cpp);
  CHECK(test::broken_invariant(result.document) == "");
  return test::tree_text(result.document);
}

const Diagnostic& refusal(const Outcome& result) {
  REQUIRE(result.outcome == YamlOutcome::wrong);
  REQUIRE(result.findings.any(Severity::error));
  for (const Diagnostic& found : result.findings.found()) {
    if (found.severity == Severity::error) return found;
  }
  return result.findings.found().front();
}

}  // namespace

TEST_CASE("general reader: an alias is a copy placed where it stands") {
  const std::string_view text = "a: &x {k: [1]}\nb: *x\n";
  CHECK(tree(text) ==
        "document\n map block\n  plain \"a\"\n"
        "  map flow\n   plain \"k\"\n   seq flow\n    plain \"1\"\n   end\n  end\n"
        "  plain \"b\"\n"
        "  map flow\n   plain \"k\"\n   seq flow\n    plain \"1\"\n   end\n  end\n end\n");
  const Outcome result = read(text);
  const NodeId copy = result.document.find(result.document.roots[0], "b");
  CHECK(slice(text, result.document.node(copy).span) == "*x");
  CHECK(slice(text, result.document.node(result.document.find(copy, "k")).span) == "*x");
}

TEST_CASE("general reader: spans count bytes behind Chinese text, a byte order mark and CRLF") {
  const std::string_view text = "\xEF\xBB\xBF名称: &甲 许可\r\n其他: !t '文\r\n  本' # 注\r\n";
  const Outcome result = read(text);
  REQUIRE(result.outcome == YamlOutcome::handed_over);
  const Document& document = result.document;
  CHECK(slice(text, document.node(document.find(document.roots[0], "名称")).span) == "许可");
  const NodeId other = document.find(document.roots[0], "其他");
  CHECK(slice(text, document.node(other).span) == "'文\r\n  本'");
  CHECK(document.node(other).text() == "文 本");
  CHECK(document.tags[document.node(other).tag - 1] == "!t");
  REQUIRE(document.comments.size() == 1);
  CHECK(slice(text, document.comments[0].span) == "# 注");
}

TEST_CASE("general reader: tags are resolved for their own document only") {
  CHECK(tree("%TAG !e! tag:e.cn,2000:\n---\n!e!a%21 b\n") == "document\n <tag:e.cn,2000:a!> plain \"b\"\n");
  CHECK(tree("a: !!str\nb:\n") ==
        "document\n map block\n  plain \"a\"\n  <tag:yaml.org,2002:str> plain \"\"\n  plain \"b\"\n  null\n end\n");
  CHECK(slice("%TAG !e! tag:e.cn,2000:\n---\n!e!a b\n--- !e!a b\n",
              refusal(read("%TAG !e! tag:e.cn,2000:\n---\n!e!a b\n--- !e!a b\n")).at.span) == "!e!a");
}

TEST_CASE("general reader: complex keys of both forms are read") {
  CHECK(tree("? [a]\n: - b\n? |\n  块\n: {c: d}\n") ==
        "document\n map block\n  seq flow\n   plain \"a\"\n  end\n  seq block\n   plain \"b\"\n  end\n"
        "  literal \"块\\n\"\n  map flow\n   plain \"c\"\n   plain \"d\"\n  end\n end\n");
  CHECK(tree("{a: b}: c\n") ==
        "document\n map block\n  map flow\n   plain \"a\"\n   plain \"b\"\n  end\n  plain \"c\"\n end\n");
}

TEST_CASE("general reader: << is a plain key") {
  CHECK(tree("a: &x {k: 1}\nb: {<<: *x}\n").find("plain \"<<\"") != std::string::npos);
}

TEST_CASE("general reader: what yaml-cpp gets wrong is refused") {
  // It counts the stated indentation from the tag.
  CHECK(refusal(read("- !t |3\n     a\n")).rule == "yaml-syntax");
  // It lets properties stand where YAML forbids them.
  CHECK(refusal(read("k:\n&x\n- a\n")).at.span == Span{3, 5});
  CHECK(refusal(read("k: &x\n!!map\n  a: b\n")).rule == "yaml-syntax");
  // It takes a directive anywhere.
  CHECK(refusal(read("--- a # c\n%YAML 1.2\n---\nb\n")).rule == "yaml-syntax");
  CHECK(refusal(read("%\n---\na\n")).at.span == Span{0, 1});
  CHECK(refusal(read("!a{}b c\n")).at.span == Span{0, 2});
  // It loses a tag at the end of the text.
  CHECK(refusal(read("!!str\n")).at.span == Span{0, 5});
}

TEST_CASE("general reader: what is wrong elsewhere is said at its place") {
  const std::string_view text = "a: &x 1\nb: 'open\n";
  const Diagnostic found = refusal(read(text));
  CHECK(found.at.span.begin >= 8);
  CHECK(found.at.source == 3);
}

TEST_CASE("general reader: keys that stand twice are found with both places") {
  const std::string_view text = "&x a: 1\n*x : 2\n";
  const Diagnostic found = refusal(read(text));
  CHECK(found.rule == "yaml-duplicate-key");
  CHECK(slice(text, found.at.span) == "*x");
  REQUIRE(found.notes.size() == 1);
  CHECK(slice(text, found.notes[0].at.span) == "a");
}

TEST_CASE("general reader: unknown and endless aliases are refused") {
  CHECK(slice("a: *b\n", refusal(read("a: *b\n")).at.span) == "*");
  CHECK(refusal(read("&a [*a]\n")).message.find("stands inside") != std::string::npos);
}

TEST_CASE("general reader: limits end what grows") {
  std::string many = "a: &a [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]\nb: [";
  for (int i = 0; i < 20; ++i) many += "*a, ";
  many += "]\n";
  Document document;
  Collector findings(Lang::en);
  YamlLimits limits;
  limits.alias_nodes = 220;
  CHECK(read_yaml(many, 0, document, findings, limits) == YamlOutcome::handed_over);
  limits.alias_nodes = 219;
  CHECK(read_yaml(many, 0, document, findings, limits) == YamlOutcome::wrong);
  CHECK(findings.found().back().message.find("219") != std::string::npos);
  limits = {};
  limits.depth = 3;
  CHECK(read_yaml("a: &a [1]\nb: [*a]\n", 0, document, findings, limits) == YamlOutcome::handed_over);
  CHECK(read_yaml("a: &a [1]\nb: [[*a]]\n", 0, document, findings, limits) == YamlOutcome::wrong);
}
