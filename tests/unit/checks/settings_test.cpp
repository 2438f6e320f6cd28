#include "checks/settings.h"

#include <doctest/doctest.h>

#include <string>

#include "support/check.h"

using namespace matter;
using namespace matter::test;

namespace {

/// Findings of a catalog.yaml with these lines, over a sample matter without a fault.
std::vector<Diagnostic> with_rules(std::string_view lines, Lang lang = Lang::en) {
  Checkable catalog;
  catalog.matters = sample_with("");
  catalog.config = "format: 1\nname: 示例\n" + std::string(lines);
  catalog.lang = lang;
  return check(catalog);
}

}  // namespace

TEST_CASE("settings: a catalog that sets nothing has the usual values") {
  const Rule& rule = *find_rule("limit-instant");
  const Rule* const rules[] = {&rule};
  Collector findings(Lang::en);
  const auto settings = read_settings(nullptr, nullptr, rules, findings);
  REQUIRE(settings.size() == 1);
  CHECK(settings[0].settings == Settings{rule.options[0].usual});
  CHECK(findings.found().empty());
  CHECK(with_rules("rules: 无\n").empty());
  CHECK(with_rules("rules:\n").empty());
  CHECK(with_rules("rules: {}\n").empty());
  CHECK(with_rules("rules: {limit-instant: }\n").empty());
}

TEST_CASE("settings: Chinese and English names set the same") {
  CHECK(with_rules("检查规则: {limit-instant: {上限: 0}}\n").empty());
  const auto twice = with_rules("rules: {limit-instant: {上限: 0, above: 1}}\n");
  REQUIRE(twice.size() == 1);
  CHECK(twice[0].rule == "yaml-duplicate-key");
}

TEST_CASE("settings: a rule that does not exist is a finding with the nearest name") {
  const auto found = with_rules("rules: {limit-instnt: {above: 0}}\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].rule == "field-unknown");
  CHECK(found[0].field == "rules");
  CHECK(found[0].message == "there is no rule 'limit-instnt'");
  CHECK(found[0].hint == "did you mean 'limit-instant'?");
  CHECK(with_rules("rules: {即办件: {above: 0}}\n").at(0).hint.find("explain --all") != std::string::npos);
}

TEST_CASE("settings: an option that does not exist is a finding with the nearest name") {
  const auto found = with_rules("rules: {limit-instant: {abov: 0}}\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].rule == "field-unknown");
  CHECK(found[0].field == "rules.limit-instant");
  CHECK(found[0].hint == "did you mean 'above'?");
  const auto none = with_rules("rules: {basis-missing: {above: 0}}\n", Lang::zh);
  REQUIRE(none.size() == 1);
  CHECK(none[0].hint == "basis-missing 没有选项可设");
}

TEST_CASE("settings: a value that is not allowed is a finding that says which are") {
  for (const std::string_view value : {"2", "-1", "零", "0.5", "无"}) {
    CAPTURE(std::string(value));
    const auto found = with_rules("rules: {limit-instant: {above: " + std::string(value) + "}}\n");
    REQUIRE(found.size() == 1);
    CHECK(found[0].rule == "field-value");
    CHECK(found[0].field == "rules.limit-instant.above");
    CHECK(found[0].hint.starts_with("0 to 1 will do"));
  }
  CHECK(with_rules("rules: {limit-instant: {above: [0]}}\n").at(0).rule == "field-type");
  CHECK(with_rules("rules: {limit-instant: 0}\n").at(0).rule == "field-value");
  CHECK(with_rules("rules: [limit-instant]\n").at(0).rule == "field-type");
}

TEST_CASE("settings: what is wrong beside a right option does not take it away") {
  Checkable catalog;
  catalog.matters =
      sample_with("kind: 即办件\nlimits: {legal: 20 工作日, promised: 1 工作日}\nprocess: [受理, 送达]\n");
  catalog.config = "format: 1\nname: 示例\nrules: {limit-instnt: {above: 1}, limit-instant: {above: 0}}\n";
  const auto found = check(catalog);
  REQUIRE(found.size() == 2);
  CHECK((found[0].rule == "limit-instant" || found[1].rule == "limit-instant"));
}

namespace {

constexpr std::string_view same_contacts = "contacts: {consult: 0592-0000001, complain: 0592-0000001}\n";

/// Severities of contact-same over a matter that breaks it, and what is wrong with the settings.
struct Graded {
  std::vector<Severity> severities;
  std::vector<Diagnostic> mistakes;
};

Graded graded(const std::string& rules, std::string_view matter = same_contacts) {
  Checkable catalog;
  catalog.matters = sample_with(matter);
  catalog.config = "format: 1\nname: 示例\nrules:\n" + rules;
  Graded result;
  for (Diagnostic& d : check(catalog)) {
    if (d.rule == "contact-same")
      result.severities.push_back(d.severity);
    else
      result.mistakes.push_back(std::move(d));
  }
  return result;
}

using Severities = std::vector<Severity>;

}  // namespace

TEST_CASE("settings: a rule is graded otherwise, or switched off") {
  CHECK(graded("  contact-same: error\n").severities == Severities{Severity::error});
  CHECK(graded("  contact-same: 错误\n").severities == Severities{Severity::error});
  CHECK(graded("  contact-same: {severity: info, reason: 示例}\n").severities == Severities{Severity::info});
  const Graded off = graded("  contact-same: {程度: 关闭, 理由: 示例}\n");
  CHECK(off.severities.empty());
  CHECK(off.mistakes.empty());
}

TEST_CASE("settings: whoever weakens a rule says why") {
  for (const std::string_view entry : {"off", "info", "{severity: info}", "[{severity: off, paths: b}]"}) {
    CAPTURE(std::string(entry));
    const Graded weaker = graded("  contact-same: " + std::string(entry) + "\n");
    REQUIRE(weaker.mistakes.size() == 1);
    CHECK(weaker.mistakes[0].rule == "field-missing");
    CHECK(weaker.mistakes[0].field == "rules.contact-same.reason");
  }
  CHECK(graded("  contact-same: warning\n").mistakes.empty());
}

TEST_CASE("settings: an entry speaks of what it names, the last one that covers a matter wins") {
  const auto off_for = [](const std::string& scope) {
    return graded("  contact-same: {severity: off, reason: 示例, " + scope + "}\n").severities.empty();
  };
  CHECK(off_for("paths: \"*.yaml\""));
  CHECK_FALSE(off_for("paths: village/**"));
  CHECK(off_for("matters: \"11350200000000000Y3000199001000\""));
  CHECK(off_for("事项: [a, \"000199001000\"]"));
  CHECK_FALSE(off_for("matters: [\"000199001\"]"));
  CHECK(off_for("types: 许可"));
  CHECK_FALSE(off_for("types: 公共服务"));
  CHECK(off_for("levels: [县级, 市级]"));
  CHECK_FALSE(off_for("levels: 县级"));
  CHECK(off_for("agencies: 示例市卫生健康委员会"));
  CHECK(off_for("实施主体: 11350200000000000Y"));
  CHECK_FALSE(off_for("levels: 市级, types: 公共服务"));
  CHECK(graded("  contact-same:\n    - {severity: off, reason: 甲}\n    - {severity: error, levels: 市级}\n")
            .severities == Severities{Severity::error});
  CHECK(graded("  contact-same:\n    - {severity: error, levels: 市级}\n    - {severity: off, reason: 甲}\n")
            .severities.empty());
  CHECK(graded("  contact-same:\n    - {severity: error, levels: 县级}\n").severities == Severities{Severity::warning});
}

TEST_CASE("settings: a condition that cannot be understood is a finding, and covers nothing") {
  const Graded level = graded("  contact-same: {severity: off, reason: 甲, types: 行政许何}\n");
  CHECK(level.severities == Severities{Severity::warning});
  REQUIRE(level.mistakes.size() == 1);
  CHECK(level.mistakes[0].hint == "did you mean '行政许可'?");
  CHECK(graded("  contact-same: {severity: off, reason: 甲, paths: {a: b}}\n").mistakes.at(0).rule == "field-type");
  CHECK(graded("  contact-same: {severity: of, reason: 甲}\n").mistakes.at(0).rule == "field-value");
  CHECK(graded("  contact-same: {severty: off}\n").mistakes.at(0).hint == "did you mean 'severity'?");
}

TEST_CASE("settings: nothing hides that a file could not be read") {
  const Graded hidden = graded("  yaml-syntax: {severity: off, reason: 甲}\n");
  REQUIRE(hidden.mistakes.size() == 1);
  CHECK(hidden.mistakes[0].message == "yaml-syntax cannot be graded");
}

TEST_CASE("settings: an option may be set for some matters only") {
  Checkable catalog;
  catalog.matters =
      sample_with("kind: 即办件\nlimits: {legal: 20 工作日, promised: 1 工作日}\nprocess: [受理, 送达]\n");
  const auto found = [&](const std::string& rules) {
    catalog.config = "format: 1\nname: 示例\nrules: {limit-instant: " + rules + "}\n";
    return of_rule("limit-instant", catalog).size();
  };
  CHECK(found("{above: 0, levels: 市级}") == 1);
  CHECK(found("{above: 0, levels: 县级}") == 0);
  CHECK(found("[{above: 0}, {above: 1, levels: 市级}]") == 0);
}

TEST_CASE("settings: findings across matters are graded by the catalog of the matter that they are of") {
  const auto graded_as = [](const std::string& rules) {
    Checkable catalog;
    catalog.matters = sample_with("") + "---\n" + sample_with("level: 县级\n");
    catalog.config = "format: 1\nname: 示例\nrules: {code-duplicate: " + rules + "}\n";
    std::vector<Severity> found;
    for (const Diagnostic& d : of_rule("code-duplicate", catalog)) found.push_back(d.severity);
    return found;
  };
  const Severities both = graded_as("error");
  REQUIRE_FALSE(both.empty());
  CHECK(graded_as("{severity: off, reason: 甲}").empty());
  CHECK(graded_as("{severity: info, reason: 甲}") == Severities(both.size(), Severity::info));
}
