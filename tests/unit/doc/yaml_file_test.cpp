// Findings about whole files: encodings, conflict markers, limits.
#include <doctest/doctest.h>

#include "yaml_reading.h"

using namespace matter;
using namespace matter::test;

namespace {

bool mentions(const Reading& reading, std::string_view words) {
  return reading.findings.found().at(0).message.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("yaml file: GBK is recognised and named at its first byte") {
  // 名称: 公共场所
  const Reading r("a: 1\n\xC3\xFB\xB3\xC6: \xB9\xAB\xB9\xB2\xB3\xA1\xCB\xF9\n");
  CHECK(r.said() == Said{"2:1 yaml-encoding"});
  CHECK(mentions(r, "GBK"));
  CHECK(r.doc.damaged);
}

TEST_CASE("yaml file: UTF-16 is recognised with and without its mark") {
  const Reading marked(
      std::string("\xFF\xFE"
                  "a\0:\0 \0",
                  8));
  CHECK(marked.said() == Said{"1:1 yaml-encoding"});
  CHECK(mentions(marked, "UTF-16"));
  CHECK(mentions(Reading(std::string("n\0a\0m\0e\0:\0 \0x\0", 14)), "UTF-16"));
  CHECK(mentions(Reading(std::string("\0n\0a\0m\0e\0:\0 \0x", 14)), "UTF-16"));
}

TEST_CASE("yaml file: bytes that are no UTF-8 are found wherever they stand") {
  const std::string text =
      "# 注释注释注释注释注释注释注释注释注释注释\nname: 公共场所卫生许可公共场所卫生许可公共场所\n";
  for (const std::string_view bad :
       {"\xFF", "\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\x80", "\xE4\xB8"}) {
    for (std::size_t at = 0; at <= text.size(); ++at) {
      if (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) continue;
      std::string broken = text;
      broken.insert(at, bad);
      const Reading r(broken);
      REQUIRE(r.findings.found().size() == 1);
      CHECK(r.findings.found()[0].rule == "yaml-encoding");
      CHECK(r.findings.found()[0].at.span.begin == at);
    }
  }
}

TEST_CASE("yaml file: NUL bytes are named once") {
  CHECK(Reading(std::string("a: x\0\0y\nb: 1\n", 13)).said() == Said{"1:5 yaml-encoding"});
}

TEST_CASE("yaml file: a conflict is one finding, its other markers are notes, and one side is read") {
  const Reading r("a: 1\n<<<<<<< HEAD\nb: 2\n||||||| base\nb: 0\n=======\nb: 3\n>>>>>>> topic (fix: x)\nc: 4\n");
  CHECK(r.said() == Said{"2:1 yaml-merge-marker"});
  CHECK(r.under() == "<<<<<<< HEAD");
  CHECK(r.findings.found()[0].notes.size() == 3);
  CHECK(r.tree() == "{a: 1, b: 2, c: 4}");
  CHECK(r.doc.damaged);
  CHECK(r.slice_of(r.at("c")) == "4");
}

TEST_CASE("yaml file: a conflict right behind a byte order mark is found like any other") {
  const Reading r("\xEF\xBB\xBF<<<<<<< a\nx: 1\n=======\nx: 2\n>>>>>>> b\n");
  CHECK(r.outcome == YamlOutcome::wrong);
  REQUIRE(r.said().size() == 1);
  CHECK(r.said()[0].starts_with("1:"));
  const Reading alone("\xEF\xBB\xBF<<<<<<< \n\n\r\n0\n");
  CHECK(alone.outcome == YamlOutcome::wrong);
  CHECK(alone.said().size() == 1);
}

TEST_CASE("yaml file: what is refused is never refused in silence") {
  const Reading r("\xEF\xBB\xBF\xEF\xBB\xBF\n\n\n? - c\n? |\n  块\n: >\n{e: }: &18");
  CHECK(r.outcome == YamlOutcome::wrong);
  CHECK(!r.said().empty());
}

TEST_CASE("yaml file: every conflict is found, and markers that stand alone") {
  const std::string conflict = "<<<<<<< a\n  - x\n=======\n  - y\n>>>>>>> b\n";
  const Reading r("l:\n" + conflict + "  - z\n" + conflict + "=======\nm: \"q\n");
  CHECK(r.said() ==
        Said{"2:1 yaml-merge-marker", "8:1 yaml-merge-marker", "13:1 yaml-merge-marker", "14:4 yaml-syntax"});
  CHECK(r.tree() == "{l: [x, z, x]}");
  CHECK(Reading("a: |\n  =======\n  <<<<<<< x\nb: ======= x\n").said() == Said{});
}

TEST_CASE("yaml limits: size, depth, values and findings end with a message") {
  YamlLimits limits;
  limits.bytes = 10;
  const Reading large("a: 1\nb: 2\nc: 3\n", limits);
  CHECK(large.outcome == YamlOutcome::wrong);
  CHECK(mentions(large, "10"));

  limits = {};
  limits.depth = 5;
  CHECK(Reading("[[[[[a]]]]]", limits).said() == Said{});
  CHECK(Reading("[[[[[[a]]]]]]", limits).said() == Said{"1:6 yaml-syntax"});
  CHECK(Reading("- - - - - a", limits).said() == Said{});
  CHECK(Reading("- - - - - - a", limits).said() == Said{"1:11 yaml-syntax"});

  limits = {};
  limits.nodes = 20;
  const Reading many(
      "- a\n- a\n- a\n- a\n- a\n- a\n- a\n- a\n- a\n- a\n- a\n- a\n- a\n- a\n- a\n- a\n- a\n- a\n- a\n- a\n- a\n",
      limits);
  CHECK(many.said() == Said{"21:1 yaml-syntax"});
  CHECK(Reading("[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v]", limits).said().size() == 1);

  limits = {};
  limits.findings = 3;
  const Reading faults("a: 1\na: 1\na: 1\na: 1\na: 1\na: 1\n", limits);
  CHECK(faults.said().size() == 4);
  CHECK(faults.findings.found().back().message.find("2 more") != std::string::npos);
}

TEST_CASE("yaml limits: hostile texts are read or refused") {
  for (const std::string_view part :
       {"[", "{",  "- ", "? ",        "a:\n ", "\"",       "'",     "|\n", "- - a\n ", "[a, ", "{a: ", ": ",
        "#", "\t", "\\", "<<<<<<<\n", "---\n", "a: \"x\n", "- [\n", "　",  "：",       "“",    "\r"}) {
    std::string text;
    while (text.size() < 100'000) text += part;
    const Reading r(text);
    CHECK(r.findings.found().size() <= 201);
  }
}
