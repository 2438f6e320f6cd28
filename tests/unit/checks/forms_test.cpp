#include <doctest/doctest.h>

#include <string>

#include "support/check.h"

using namespace matter;
using namespace matter::test;

namespace {

void written(const std::string& entry, const std::string& value, const std::string& canonical) {
  INFO(entry);
  const std::string text = sample_with(entry + "\n");
  const auto found = of_rule("field-value", text);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::info);
  CHECK(under(found[0], text) == value);
  REQUIRE(found[0].fix.has_value());
  CHECK(found[0].fix->safe);
  REQUIRE(found[0].fix->edits.size() == 1);
  CHECK(found[0].fix->edits[0].text == canonical);
}

}  // namespace

TEST_CASE("forms: what is understood in another form is an info with a safe fix") {
  written("type: 许可", "许可", "行政许可");
  written("limits: {legal: 20个工作日, promised: 5 工作日}", "20个工作日", "20 工作日");
}

TEST_CASE("forms: numbers, days and yes and no have one form each") {
  written("filing: yes", "yes", "是");
  written("filing: no", "no", "否");
  written("version: 03", "03", "3");
  written("effective: 2021/1/5", "2021/1/5", "2021-01-05");
}

TEST_CASE("forms: items of a list are looked at one by one") {
  const std::string text = sample_with("clients: [企业法人, 个人]\n");
  for (const Diagnostic& d : of_rule("field-value", text)) CHECK(under(d, text) == "个人");
}

TEST_CASE("forms: canonical values, 无 and texts have no finding") {
  CHECK(of_rule("field-value",
                sample_with("type: 行政许可\nfiling: 是\nversion: 10\neffective: 2021-01-05\n"
                            "limits: {legal: 无, promised: 当场}\nsample: true\ncommon_name: 20个工作日\n"))
            .empty());
}
