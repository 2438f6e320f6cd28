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
  const auto settings = read_settings(nullptr, rules, findings);
  REQUIRE(settings.size() == 1);
  CHECK(settings[0] == Settings{rule.options[0].usual});
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
  CHECK(with_rules("rules: {limit-instant: 0}\n").at(0).rule == "field-type");
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
