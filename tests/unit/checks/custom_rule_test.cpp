#include "checks/custom_rule.h"

#include <doctest/doctest.h>

#include <string>

#include "ops/validate.h"
#include "support/check.h"
#include "support/tree.h"

using namespace matter;
using namespace matter::test;

namespace {

/// A file with one rule; its examples stand in `lines`.
std::string rule(const std::string& lines) {
  std::string text =
      "format: 1\nrules:\n  - id: xm-test\n    severity: warning\n    message: 不对：{value}/{other}\n"
      "    message_en: \"wrong: {value}/{other}\"\n";
  std::size_t at = 0;
  while (at < lines.size()) {
    const std::size_t end = lines.find('\n', at);
    text += "    " + lines.substr(at, end - at) + "\n";
    at = end + 1;
  }
  return text;
}

std::string examples(const std::string& bad, const std::string& good) {
  return "bad: |\n  " + bad + "\ngood: |\n  " + good + "\n";
}

std::vector<Diagnostic> mistakes(const std::string& text) {
  Sources sources;
  Collector findings(Lang::en);
  (void)read_custom_rules(sources.add_text(SourceKind::memory, "rules.yaml", text), sources, findings);
  return findings.take();
}

std::string told(const std::string& text) {
  std::string all;
  for (const Diagnostic& d : mistakes(text)) all += std::string(d.rule) + ": " + d.message + "\n";
  return all;
}

/// Messages of the rule over matters.
std::vector<std::string> found(const std::string& rules, const std::string& matters, const std::string& config = {}) {
  const Tree tree;
  tree.add("catalog.yaml", "format: 1\nname: 示例\ncustom_rules: [.matter/rules.yaml]\n" + config);
  tree.add(".matter/rules.yaml", rules);
  tree.add("a.yaml", matters);
  RunOptions options;
  options.today = {2026, 1, 31};
  Sources sources;
  std::vector<std::string> all;
  for (const Diagnostic& d : validate({tree.path()}, options, sources).findings) {
    if (d.rule == "xm-test") all.push_back(d.field + ": " + d.message);
  }
  return all;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("custom rules: a pattern must match the whole value, in every item of a list") {
  const std::string rules =
      rule("path: materials.name\npattern: \"[^0-9]*\"\n" + examples("materials: [申请表2]", "materials: [申请表]"));
  CHECK(told(rules).empty());
  CHECK(found(rules, sample_with("materials: [甲, 乙3, 丙4]\n")) ==
        Found{"materials[乙3].name: wrong: 乙3/", "materials[丙4].name: wrong: 丙4/"});
}

TEST_CASE("custom rules: what is forbidden, listed, too long or missing") {
  CHECK(found(rule("path: name\nforbidden: 公共\n" + examples("name: 公共", "name: 甲")), sample_with("")).size() == 1);
  CHECK(found(rule("path: level\none_of: [县级, 镇级]\n" + examples("level: 市级", "level: 县级")), sample_with("")) ==
        Found{"level: wrong: 市级/"});
  CHECK(found(rule("path: name\nlength: {most: 5}\n" + examples("name: 一二三四五六", "name: 一二三四五")),
              sample_with(""))
            .size() == 1);
  const std::string required = rule("path: short_name\nrequired: 是\n" + examples("!short_name", "short_name: 甲"));
  CHECK(told(required).empty());
  CHECK(found(required, sample_with("")).size() == 1);
  CHECK(found(required, sample_with("short_name: 甲\n")).empty());
  const std::string items = rule("path: materials.kind\nrequired: 是\n" +
                                 examples("materials: [甲]", "materials: [{name: 甲, kind: 申请表格文书}]"));
  CHECK(told(items).empty());
  CHECK(found(items, sample_with("materials: [甲, {name: 乙, kind: 申请表格文书}]\n")) ==
        Found{"materials[甲].kind: wrong: /"});
}

TEST_CASE("custom rules: two fields are compared, of a list within its item, and only where it is certain") {
  const std::string limits =
      rule("path: limits.promised\ncompare: {is: \"<\", with: limits.legal}\n" +
           examples("limits: {legal: 5 工作日, promised: 5 工作日}", "limits: {legal: 6 工作日, promised: 5 工作日}"));
  CHECK(told(limits).empty());
  CHECK(found(limits, sample_with("limits: {legal: 5 工作日, promised: 5 工作日}\n")) ==
        Found{"limits.promised: wrong: 5 工作日/5 工作日"});
  CHECK(found(limits, sample_with("limits: {legal: 1 个月, promised: 22 工作日}\n")).empty());
  const std::string copies = rule(
      "path: materials.copies\ncompare: {is: \">=\", with: materials.originals}\n" +
      examples("materials: [{name: 甲, originals: 2, copies: 1}]", "materials: [{name: 甲, originals: 1, copies: 1}]"));
  CHECK(told(copies).empty());
  CHECK(found(copies,
              sample_with("materials: [{name: 甲, originals: 1, copies: 3}, {name: 乙, originals: 2, copies: 1}]\n")) ==
        Found{"materials[乙].copies: wrong: 1/2"});
}

TEST_CASE("custom rules: conditions must all hold") {
  const std::string rules = rule(
      "when:\n  - {path: type, one_of: [行政许可]}\n  - {path: level, pattern: \"[市县]级\"}\n"
      "  - {path: short_name, given: 否}\npath: name\npattern: 甲\n" +
      examples("name: 乙", "name: 甲"));
  CHECK(told(rules).empty());
  CHECK(found(rules, sample_with("")).size() == 1);
  CHECK(found(rules, sample_with("level: 省级\n")).empty());
  CHECK(found(rules, sample_with("short_name: 丙\n")).empty());
}

TEST_CASE("custom rules: unique looks across all matters, and is graded and hidden like any other") {
  const std::string rules = rule(
      "path: local_code\nunique: 是\nbad: |\n  local_code: A1\n  ---\n  local_code: A1\n"
      "good: |\n  local_code: A1\n  ---\n  local_code: A2\n");
  CHECK(told(rules).empty());
  const std::string twice = sample_with("local_code: A1\n") + "---\n" + sample_with("local_code: A1\n");
  CHECK(found(rules, twice) == Found{"local_code: wrong: A1/"});
  CHECK(found(rules, twice, "rules: {xm-test: {severity: off, reason: 示例}}\n").empty());
  CHECK(found(rules, sample_with("local_code: A1\n") + "---\n# matter: ignore xm-test 示例\n" +
                         sample_with("local_code: A1\n"))
            .empty());
}

TEST_CASE("custom rules: mistakes are findings at their place, and the rule is left out") {
  const std::string good = examples("name: 乙", "name: 甲");
  CHECK(
      told(rule("path: name\npattern: \"(\"\n" + good)).starts_with("field-value: the expression is wrong: missing )"));
  CHECK(told(rule("path: nmae\npattern: 甲\n" + good)) == "field-value: 'nmae' is no path of a field\n");
  CHECK(told(rule("path: name\n" + good)).starts_with("field-missing: what the rule asks"));
  CHECK(told(rule("path: name\npattern: 甲\nrequired: 是\n" + good)).starts_with("field-missing: what the rule asks"));
  CHECK(told(rule("path: fees\npattern: 甲\n" + good)).starts_with("field-value: 'fees' is no single value"));
  CHECK(told(rule("path: name\ncompare: {is: \"<\", with: handling}\n" + good)).starts_with("field-value: 'name' and"));
  CHECK(told(rule("path: name\ncompare: {is: \"~\", with: handling}\n" + good)) ==
        "field-value: '~' is no comparison\n");
  CHECK(
      told(rule("path: name\npattern: 甲\nwhen: [{path: name}]\n" + good)).starts_with("field-missing: the condition"));
  CHECK(told(rule("path: name\npatern: 甲\n" + good)).starts_with("field-unknown: there is no 'patern' here"));
  CHECK(told("format: 2\nrules: []\n") == "field-value: there is no format 2 of custom rules; this program knows 1\n");
  CHECK(told("format: 1\nrules:\n  - {id: contact-same, severity: error, message: 甲, path: name, pattern: 甲, "
             "bad: \"name: 乙\", good: \"name: 甲\"}\n") == "field-value: there is a rule 'contact-same' already\n");
}

TEST_CASE("custom rules: an example that does not do what it should is a finding at its line") {
  CHECK(told(rule("path: name\npattern: 甲\n" + examples("name: 甲", "name: 甲"))) ==
        "field-value: xm-test finds nothing in its bad example\n");
  CHECK(told(rule("path: name\npattern: 甲\n" + examples("name: 乙", "name: 乙"))) ==
        "field-value: xm-test finds fault with its good example\n");
  CHECK(told(rule("path: name\npattern: 甲\n" + examples("nmae: 乙", "name: 甲"))) ==
        "field-value: the bad example of xm-test cannot be read\n");
}

TEST_CASE("custom rules: hostile expressions are refused or take time in proportion to the text") {
  std::string mistake;
  CHECK(Expression::compile(std::string(2000, 'a'), mistake) == nullptr);
  CHECK(Expression::compile("((a{100}){100}){100}", mistake) == nullptr);
  const auto nested = Expression::compile("(a*)*(a|aa)+(.*)*b", mistake);
  REQUIRE(nested != nullptr);
  CHECK_FALSE(nested->matches_all(std::string(200000, 'a')));
  CHECK(Expression::compile("许可", mistake)->occurs_in("卫生许可证"));
  CHECK_FALSE(Expression::compile("许可", mistake)->matches_all("卫生许可证"));
}
