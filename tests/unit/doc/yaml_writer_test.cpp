#include "doc/yaml_writer.h"

#include <doctest/doctest.h>
#include <yaml-cpp/yaml.h>

#include "doc/builder.h"
#include "doc/json_tree.h"
#include "doc/yaml.h"

using namespace matter;

namespace {

std::string written(const Document& doc, NodeId root) {
  std::string text;
  write_yaml(doc, root, text);
  return text;
}

/// `key: <text>` as it is written, without the key.
std::string value_of(std::string_view text) {
  Document doc;
  TreeBuilder tree(doc);
  const NodeId root = tree.mapping();
  tree.entry(root, "k", tree.text(text));
  return written(doc, root).substr(3);
}

std::string read_back(std::string_view text) {
  const std::string yaml = "k: " + value_of(text);
  Document doc;
  Collector findings(Lang::en);
  REQUIRE_MESSAGE(read_yaml(yaml, 0, doc, findings) == YamlOutcome::read, yaml);
  const NodeId value = doc.find(doc.roots[0], "k");
  REQUIRE(value != no_node);
  return std::string(doc.node(value).text());
}

}  // namespace

TEST_CASE("yaml writer: text that nobody could take for something else stands plain") {
  for (const std::string text :
       {"行政许可", "20 工作日", "0592-0000001", "020-12345、020-12348", "Form A1", "无", "是",
        "https://example.gov.cn/a?b=c&d", "a, b [c] {d}", "9:00—12:00", "x#y", "第1条：说明", "it's", "a\\b"}) {
    CHECK(value_of(text) == text + "\n");
  }
}

TEST_CASE("yaml writer: what a reader of YAML 1.1 or 1.2 takes for another type is quoted") {
  for (const std::string text : {"007",
                                 "11440000006939756B2440101007000",
                                 "1e5",
                                 "0x1F",
                                 "12:30:45",
                                 "2026-01-31",
                                 "1_000",
                                 "1.5",
                                 "-1",
                                 "+3",
                                 ".5",
                                 "true",
                                 "No",
                                 "ON",
                                 "y",
                                 "null",
                                 "~",
                                 ".inf",
                                 "350200000000",
                                 "<<",
                                 "="}) {
    CHECK(value_of(text) == "\"" + text + "\"\n");
  }
}

TEST_CASE("yaml writer: what has a meaning in YAML or does not survive plain is quoted, and comes back") {
  for (const std::string text :
       {"a: b",   "x #y",       "- 条",       "? 问",   ": 冒",   "尾：", "尾:",   "{甲}",  "[乙]", "@丁",  "%丙",
        "`反",    "! 惊",       "& 和",       "* 星",   "| 竖",   "> 大", "\"q\"", "'q'",   " 前",  "后 ",  "后\t",
        "甲\t乙", "\u3000全角", "全角\u3000", "\u00A0", "“引”",   "：前", "--- x", "... y", "",     "\r\n", "\x01",
        "\x7F",   "\u0085",     "\u2028",     "\uFEFF", "a\nb\r", "#",    "-",     "?"}) {
    CAPTURE(text);
    CHECK(value_of(text).front() == '"');
    CHECK(read_back(text) == text);
    const YAML::Node oracle = YAML::Load("k: " + value_of(text));
    CHECK(oracle["k"].as<std::string>() == text);
  }
}

TEST_CASE("yaml writer: text of several lines is a literal block that keeps its end") {
  CHECK(value_of("甲\n乙") == "|-\n  甲\n  乙\n");
  CHECK(value_of("甲\n乙\n") == "|\n  甲\n  乙\n");
  CHECK(value_of("甲\n\n  乙\n\n\n") == "|+\n  甲\n\n    乙\n\n\n");
  for (const std::string text : {"甲\n乙", "甲\n乙\n", "甲\n\n  乙\n\n\n", "\n甲", " 甲\n乙", "甲 \n乙 ", "甲\n   \n乙",
                                 "\n", "甲\n\t乙", "甲\r\n乙", "# 甲\n- 乙: 丙", "甲\n ", "---\n甲", "甲\n...\n"}) {
    CAPTURE(text);
    CHECK(read_back(text) == text);
    CHECK(YAML::Load("k: " + value_of(text))["k"].as<std::string>() == text);
  }
}

TEST_CASE("yaml writer: flow where it fits, block where it does not") {
  Document doc;
  TreeBuilder tree(doc);
  const NodeId root = tree.mapping();
  const NodeId agency = tree.mapping(NodeStyle::flow);
  tree.entry(agency, "name", tree.text("示例局"));
  tree.entry(agency, "region", tree.text("350200000000"));
  tree.entry(root, "agency", agency);
  const std::string long_text(flow_width - 10, 'x');
  const NodeId wide = tree.mapping(NodeStyle::flow);
  tree.entry(wide, "text", tree.text(long_text));
  tree.entry(root, "wide", wide);
  const NodeId list = tree.sequence();
  const NodeId item = tree.mapping();
  tree.entry(item, "a", tree.plain("1"));
  tree.entry(item, "b", tree.null());
  tree.item(list, item);
  tree.item(list, tree.text("甲, 乙"));
  tree.item(list, tree.sequence(NodeStyle::flow));
  tree.entry(root, "list", list);
  tree.entry(root, "nothing", tree.mapping());
  CHECK(written(doc, root) ==
        "agency: {name: 示例局, region: \"350200000000\"}\n"
        "wide:\n  text: " +
            long_text +
            "\n"
            "list:\n  - a: 1\n    b:\n  - 甲, 乙\n  - []\n"
            "nothing: {}\n");
}

TEST_CASE("yaml writer: in brackets commas, colons and brackets are quoted") {
  CHECK(plain_in_yaml("甲, 乙", false));
  CHECK_FALSE(plain_in_yaml("甲, 乙", true));
  CHECK_FALSE(plain_in_yaml("https://example.gov.cn", true));
  CHECK_FALSE(plain_in_yaml("a]", true));
}

TEST_CASE("json tree: plain numbers stay numbers, text stays text") {
  Document doc;
  TreeBuilder tree(doc);
  const NodeId root = tree.mapping();
  tree.entry(root, "n", tree.plain("12"));
  tree.entry(root, "t", tree.text("12"));
  tree.entry(root, "w", tree.plain("007"));
  tree.entry(root, "b", tree.plain("true"));
  tree.entry(root, "z", tree.null());
  tree.entry(root, "e", tree.sequence());
  tree.entry(root, "\"\n", tree.mapping());
  std::string json;
  write_json(doc, root, json);
  CHECK(json == R"({"n":12,"t":"12","w":"007","b":true,"z":null,"e":[],"\"\n":{}})");
}

TEST_CASE("json tree: what a number is") {
  for (const std::string_view text : {"0", "-0", "12", "1.5", "-2e+10", "1E5", "true", "false"})
    CHECK(is_json_literal(text));
  for (const std::string_view text : {"", "-", "01", "1.", ".5", "1e", "+1", "0x1", "True", "null", "1 "}) {
    CHECK_FALSE(is_json_literal(text));
  }
}
