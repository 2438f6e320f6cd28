#include <doctest/doctest.h>

#include <algorithm>

#include "yaml_reading.h"

using namespace matter;
using namespace matter::test;

namespace {

/// Reads a text that is wrong: exactly these findings, and this tree of what could be read.
void check(const std::string& yaml, const Said& said, const std::string& tree) {
  CAPTURE(yaml);
  const Reading reading(yaml);
  CHECK(reading.said() == said);
  CHECK(reading.tree() == tree);
  CHECK(reading.outcome == YamlOutcome::wrong);
  for (const Diagnostic& d : reading.findings.found()) {
    CHECK(d.at.source == 7);
    CHECK_FALSE(d.message.empty());
    CHECK_FALSE(d.hint.empty());
  }
  const Reading chinese(yaml, {}, Lang::zh);
  REQUIRE(chinese.findings.found().size() == reading.findings.found().size());
  for (std::size_t i = 0; i < said.size(); ++i) {
    CHECK(chinese.findings.found()[i].message != reading.findings.found()[i].message);
    CHECK(chinese.findings.found()[i].hint != reading.findings.found()[i].hint);
  }
}

/// The same, and the text with the fixes made reads without a finding.
void check_fixed(const std::string& yaml, const Said& said, const std::string& tree, const std::string& fixed) {
  check(yaml, said, tree);
  const Reading reading(yaml);
  CHECK(reading.fixed() == fixed);
  CHECK(Reading(reading.fixed()).said() == Said{});
}

}  // namespace

TEST_CASE("yaml findings: duplicate key keeps the first and names its place") {
  check("name: 甲\nlist:\n  - a: 1\n    a: 2\nname: 乙\n", {"4:5 yaml-duplicate-key", "5:1 yaml-duplicate-key"},
        "{name: 甲, list: [{a: 1}]}");
  const Reading r("a: 1\n\"a\": {b: [2]}\n");
  CHECK(r.under() == "\"a\"");
  REQUIRE(r.findings.found()[0].notes.size() == 1);
  CHECK(r.findings.found()[0].notes[0].at.span == Span{0, 1});
  CHECK(r.doc.damaged);
  check("{a: 1, b: 2, a: 3}", {"1:14 yaml-duplicate-key"}, "{a: 1, b: 2}");
}

TEST_CASE("yaml findings: duplicates among very many keys") {
  std::string yaml;
  for (int i = 0; i < 500; ++i) yaml += "key" + std::to_string(i) + ": 1\n";
  CHECK(Reading(yaml).outcome == YamlOutcome::read);
  const Reading r(yaml + "key3: 2\nkey499: 3\nkey500: 4\n");
  CHECK(r.said() == Said{"501:1 yaml-duplicate-key", "502:1 yaml-duplicate-key"});
  CHECK(r.root().count == 2 * 501);
}

TEST_CASE("yaml findings: tab used for indentation") {
  check("a:\n\tb: 1\nc: 2\n", {"2:1 yaml-syntax"}, "{c: 2}");
  check("a:\n  b: 1\n\tc: 2\nd: 3\n", {"3:1 yaml-syntax"}, "{a: {b: 1}, d: 3}");
  check("-\t- a\n- b\n", {"1:2 yaml-syntax"}, "[b]");
  CHECK(Reading("a:\t1\nb: 2\t# c\n\t\nc: [\t3 ]\n").said() == Said{});
}

TEST_CASE("yaml findings: bad indentation is one finding for all lines that share it") {
  check("a:\n    b: 1\n  c: 2\n  d: 3\ne: 4\n", {"3:1 yaml-syntax"}, "{a: {b: 1}, e: 4}");
  check("a: 1\n  b: 2\n  c: 3\nd: 4\n", {"2:1 yaml-syntax"}, "{a: 1, d: 4}");
  check("a:\n  - x\n - y\nb: 1\n", {"3:1 yaml-syntax"}, "{a: [x], b: 1}");
  check("- a: 1\n b: 2\n- c\n", {"2:1 yaml-syntax"}, "[{a: 1}, c]");
  check("a:\n  - x\n  b: 1\n  c: 2\nd: 3\n", {"3:3 yaml-syntax"}, "{a: [x], d: 3}");
  check("a: 1\n- b\n- c\nd: 2\n", {"2:1 yaml-syntax"}, "{a: 1, d: 2}");
}

TEST_CASE("yaml findings: unclosed quote at the quote that opens") {
  check("a:\n  b: \"x\n  c: \"y\"\nd: 1\n", {"2:6 yaml-syntax"}, "{a: {c: \"y\"}, d: 1}");
  check("a: 'x”\nb: 1\n", {"1:4 yaml-syntax"}, "{b: 1}");
  check("a: \"关于\"一件事\"的\"\nb: 1\n", {"1:8 yaml-syntax"}, "{b: 1}");
}

TEST_CASE("yaml findings: missing space after a colon") {
  check_fixed("name:甲\ntype: 乙\n", {"1:5 yaml-syntax"}, "{type: 乙}", "name: 甲\ntype: 乙\n");
  check_fixed("a: 1\nname:甲\n", {"2:5 yaml-syntax"}, "{a: 1}", "a: 1\nname: 甲\n");
  check_fixed("limits:\n  legal:20\n  promised:5\n", {"2:8 yaml-syntax", "3:11 yaml-syntax"}, "{limits: ~}",
              "limits:\n  legal: 20\n  promised: 5\n");
  check_fixed("\"a\":1\nb: 2\n", {"1:4 yaml-syntax"}, "{b: 2}", "\"a\": 1\nb: 2\n");
  CHECK(Reading("list:\n  - name:甲\n  - http://x\n  - 8:30\n").said() == Said{"2:9 yaml-syntax?"});
}

TEST_CASE("yaml findings: missing space after a dash") {
  check_fixed("list:\n  - 甲\n  -乙\n", {"3:3 yaml-syntax"}, "{list: [甲]}", "list:\n  - 甲\n  - 乙\n");
  check_fixed("list:\n  -甲\n  -乙\n", {"2:3 yaml-syntax", "3:3 yaml-syntax"}, "{list: ~}", "list:\n  - 甲\n  - 乙\n");
  CHECK(Reading("- -5\n- -x\n- --y\n").said() == Said{});
}

TEST_CASE("yaml findings: full-width colon between name and value") {
  check_fixed("名称：甲\n类型: 乙\n", {"1:3 yaml-fullwidth"}, "{类型: 乙}", "名称: 甲\n类型: 乙\n");
  check_fixed("名称： 甲\n类型：乙\n", {"1:3 yaml-fullwidth", "2:3 yaml-fullwidth"}, "~", "名称: 甲\n类型: 乙\n");
  check_fixed("时限:\n  法定：20\n  承诺：5\n收费: 无\n", {"2:5 yaml-fullwidth", "3:5 yaml-fullwidth"},
              "{时限: ~, 收费: 无}", "时限:\n  法定: 20\n  承诺: 5\n收费: 无\n");
  check_fixed("\"a\"：甲\nb: 1\n", {"1:4 yaml-fullwidth"}, "{b: 1}", "\"a\": 甲\nb: 1\n");
  check_fixed("{名称：甲, 类型: 乙}", {"1:4 yaml-fullwidth"}, "{名称：甲: ~, 类型: 乙}", "{名称: 甲, 类型: 乙}");
}

TEST_CASE("yaml findings: full-width comma between items") {
  check_fixed("a: [甲，乙，丙]\n", {"1:6 yaml-fullwidth"}, "{a: [甲，乙，丙]}", "a: [甲, 乙, 丙]\n");
  check_fixed("a: {甲: 1，乙: 2}\nb: 1\n", {"1:9 yaml-fullwidth"}, "{b: 1}", "a: {甲: 1, 乙: 2}\nb: 1\n");
  check_fixed("a: [\"甲\"，\"乙\"]\n", {"1:8 yaml-fullwidth"}, "{}", "a: [\"甲\", \"乙\"]\n");
}

TEST_CASE("yaml findings: full-width quotes around a whole value") {
  check_fixed("code: “123”\n", {"1:7 yaml-fullwidth"}, "{code: “123”}", "code: \"123\"\n");
  check_fixed("“name”: x\n", {"1:1 yaml-fullwidth"}, "{“name”: x}", "\"name\": x\n");
  CHECK(Reading("name: “公共场所”\n").said() == Said{"1:7 yaml-fullwidth?"});
}

TEST_CASE("yaml findings: full-width and no-break spaces where YAML separates") {
  check("a: 1\n　b: 2\nc: 3\n", {"2:1 yaml-fullwidth"}, "{a: 1, c: 3}");
  check_fixed("l:\n\xC2\xA0 a: 1\n\xC2\xA0 b: 2\n", {"2:1 yaml-fullwidth", "3:1 yaml-fullwidth"}, "{l: {a: 1, b: 2}}",
              "l:\n  a: 1\n  b: 2\n");
  check_fixed("a:　甲\nb: 　乙\nc　: 1\n", {"1:3 yaml-fullwidth", "2:4 yaml-fullwidth", "3:2 yaml-fullwidth"},
              "{b: 　乙, c　: 1}", "a:  甲\nb:   乙\nc  : 1\n");
  check_fixed("l:\n  -\xC2\xA0甲\n  - 乙\n", {"2:4 yaml-fullwidth"}, "{l: ~}", "l:\n  - 甲\n  - 乙\n");
  check_fixed("a: 值　# 注\n", {"1:5 yaml-fullwidth"}, "{a: 值　# 注}", "a: 值  # 注\n");
}

TEST_CASE("yaml findings: punctuation inside Chinese text is no fault") {
  const Reading r(
      "依据: 《条例》第七条：“经营者，应当……”；另见（二）\n"
      "说明：一: x\n"
      "条件:\n  - 注意：材料齐全，真实“有效”\n  - “甲”和“乙”\n  - 一、二\n"
      "正文: |\n  名称：甲\n  　　首行，缩进\n"
      "续行: 第一段：\n  　　第二段，完\n"
      "列表: [甲、乙, 丙（丁，戊）]\n"
      "单项: [符合条件的法人，以及其他依法成立的各类组织和个人]\n");
  CHECK(r.said() == Said{});
  CHECK(r.outcome == YamlOutcome::read);
}

TEST_CASE("yaml findings: brackets") {
  check("a: [x, y\nb: 1\n", {"1:4 yaml-syntax"}, "{b: 1}");
  check("a: {x: 1\nb: [2】\nc: 1\n", {"1:4 yaml-syntax", "2:4 yaml-syntax"}, "{c: 1}");
  check("a: [x,, y]\nb: [\"x\" \"y\"]\n", {"1:7 yaml-syntax", "2:9 yaml-syntax"}, "{}");
  check_fixed("a: {\n  x: 1\n}\nb: [\n  y\n]\n", {"3:1 yaml-syntax", "6:1 yaml-syntax"}, "{a: {x: 1}, b: [y]}",
              "a: {\n  x: 1\n }\nb: [\n  y\n ]\n");
}

TEST_CASE("yaml findings: text that YAML takes for something else") {
  check("a: 办理: 时限\nb: @x\nc: %5\nd: | 文字\ne: - x\nf: 1\n",
        {"1:6 yaml-syntax", "2:4 yaml-syntax", "3:4 yaml-syntax", "4:4 yaml-syntax", "5:4 yaml-syntax"}, "{f: 1}");
  check("a: \"C:\\数据\"\nb: 1\n", {"1:7 yaml-syntax"}, "{b: 1}");
  check_fixed("a: \"x\"# c\nb: 1\n", {"1:7 yaml-syntax"}, "{b: 1}", "a: \"x\" # c\nb: 1\n");
  check("a: one # c\n  two\nb: 1\n", {"2:3 yaml-syntax"}, "{a: one, b: 1}");
}

TEST_CASE("yaml findings: a paragraph that was pasted in is one finding") {
  check("a: 第一段\n第二段\n第三段\nb: 1\n", {"2:1 yaml-syntax"}, "{a: 第一段, b: 1}");
}

TEST_CASE("yaml findings: control characters") {
  check_fixed(
      "a: x\x01\x02y\nb: \x7F"
      "1\nc: 乙\xC2\x80\n",
      {"1:5 yaml-syntax", "2:4 yaml-syntax", "3:5 yaml-syntax"},
      "{a: x\x01\x02y, b: \x7F"
      "1, c: 乙\xC2\x80}",
      "a: xy\nb: 1\nc: 乙\n");
}

TEST_CASE("yaml findings: several faults in one file, each said once, the rest read") {
  check("name: \"甲\ntype：乙\nlist:\n  - a: 1\n    b 2\n  - c: [x\n  - d: 3\n\te: 4\nlast: 5\nlast: 6\n",
        {"1:7 yaml-syntax", "2:5 yaml-fullwidth", "5:5 yaml-syntax", "6:8 yaml-syntax", "8:1 yaml-syntax",
         "10:1 yaml-duplicate-key"},
        "{list: [{a: 1}, {}, {d: 3}], last: 5}");
}

TEST_CASE("yaml findings: each has a fingerprint of its own that does not move with the lines") {
  const std::string text = "a: @x\nl:\n  - b:甲\n    c: [\n  - b:甲\n    c: [\nz: 1\nz: 2\nz: 3\n";
  const Reading before(text);
  const Reading after("# one more line\n" + text);
  REQUIRE(before.findings.found().size() == 7);
  REQUIRE(after.findings.found().size() == 7);
  std::vector<std::string> prints;
  for (std::size_t i = 0; i < 7; ++i) {
    prints.push_back(fingerprint(before.findings.found()[i], "x"));
    CHECK(fingerprint(after.findings.found()[i], "x") == prints.back());
  }
  std::sort(prints.begin(), prints.end());
  CHECK(std::unique(prints.begin(), prints.end()) == prints.end());
}
