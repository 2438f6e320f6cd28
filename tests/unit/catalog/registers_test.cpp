#include "catalog/registers.h"

#include <doctest/doctest.h>

#include <algorithm>

#include <string>

#include "ops/validate.h"
#include "support/check.h"
#include "support/tree.h"

using namespace matter;
using namespace matter::test;

namespace {

std::string told(void (*read)(SourceId, std::string_view, Registers&, Collector&), const std::string& text,
                 Registers& into) {
  Collector findings(Lang::en);
  read(0, text, into, findings);
  std::string all;
  for (const Diagnostic& d : findings.found())
    all += std::string(d.rule) + ": " + d.message + " <" + std::string(slice(text, d.at.span)) + ">\n";
  return all;
}

constexpr std::string_view usc = "11350200000000000Y";

std::vector<std::string> found(const std::string& config, const std::string& table, const std::string& matters) {
  const Tree tree;
  tree.add("catalog.yaml", "format: 1\nname: 示例\n" + config);
  tree.add(".matter/t.csv", table);
  tree.add("a.yaml", matters);
  RunOptions options;
  options.today = {2026, 1, 31};
  Sources sources;
  std::vector<std::string> all;
  for (const Diagnostic& d : validate({tree.path()}, options, sources).findings)
    all.push_back(std::string(d.rule) + ": " + d.message + (d.hint.empty() ? "" : " | " + d.hint));
  return all;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("registers: an agency is known by code and by name, on a day") {
  Registers all;
  CHECK(told(read_agencies,
             "名称,代码,起用,停用,继任\n示例市卫计委,11350200000000000Y,2014-01-01,2018-12-31,\n"
             "示例市卫生健康委员会,11350200000000000Y,2019-01-01,,\n",
             all)
            .empty());
  REQUIRE(all.agencies.size() == 2);
  CHECK(all.agency(usc, {2026, 1, 31})->name == "示例市卫生健康委员会");
  CHECK(all.agency(usc, {2018, 12, 31})->name == "示例市卫计委");
  CHECK(all.agency(usc, {2000, 1, 1})->name == "示例市卫生健康委员会");
  CHECK(all.agency("x", {2026, 1, 31}) == nullptr);
  CHECK(all.agency_named("示例市卫生健康委员会 ", {2026, 1, 31})->code == usc);
  CHECK(all.agency_named("示例市卫计委", {2026, 1, 31}) == nullptr);
}

TEST_CASE("registers: mistakes in a register are findings at their cells") {
  Registers all;
  CHECK(told(read_agencies, "nmae,code\n", all) == "field-missing: the header has no column 'name' <nmae>\n");
  CHECK(told(read_agencies, "name,code,from,until,successor\n甲,123,,,\n", all) ==
        "field-value: '123' is no 统一社会信用代码 <123>\n");
  CHECK(told(read_agencies, "name,code,from,until\n甲,11350200000000000Y,2019-13-01,\n", all) ==
        "field-value: '2019-13-01' is no date <2019-13-01>\n");
  Registers later;
  CHECK(told(read_agencies, "name,code,from,until\n甲,11350200000000000Y,2019-01-01,2018-01-01\n", later) ==
        "field-value: '2018-01-01' is before it began <2018-01-01>\n");
  Registers twice;
  CHECK(told(read_agencies, "name,code\n甲,11350200000000000Y\n乙,11350200000000000Y\n", twice) ==
        "yaml-duplicate-key: the code '11350200000000000Y' has two names at a time <11350200000000000Y>\n");
  Registers gone;
  CHECK(told(read_agencies, "# 说明\nname,code,successor\n甲,11350200000000000Y,11350200004173494J\n", gone) ==
        "reference-dangling: its successor '11350200004173494J' is not in the register <11350200000000000Y>\n");
  CHECK(told(read_licences, "name,code\n甲,12\n,\n", gone).starts_with("field-value: '12' is no 基本编码"));
  CHECK(told(read_licences, "", gone) == "field-missing: the table is empty <>\n");
}

TEST_CASE("registers: a licence is listed by its name or by the code of its 主项") {
  Registers all;
  CHECK(told(read_licences, "序号,许可事项名称,基本编码\n1,公共场所卫生许可,000123456000\n2,示例许可,\n", all).empty());
  CHECK(all.any_licences);
  CHECK(all.lists_name("示例 许可"));
  CHECK_FALSE(all.lists_name(""));
  CHECK(all.lists_code("000123456002"));
  CHECK_FALSE(all.lists_code("000123457000"));
  CHECK_FALSE(all.lists_code("0001"));
  CHECK(all.nearest_licence("公共场所卫生许克") == "公共场所卫生许可");
}

TEST_CASE("registers: a licence on no list is found where one is loaded") {
  const std::string matters = sample_with("");
  CHECK(found("licences: [.matter/t.csv]\n", "name\n示例许可\n", matters).size() == 1);
  CHECK(found("licences: [.matter/t.csv]\n", "name,code\n别的,000199001000\n", matters).empty());
  CHECK(found("licences: [.matter/t.csv]\n", "name\n公共场所卫生许可（示例）\n", matters).empty());
  CHECK(found("", "name\n示例许可\n", matters).empty());
  CHECK(found("licences: [.matter/t.csv]\n", "name\n示例许可\n", sample_with("main: 示例许可\n")).empty());
  CHECK(found("licences: [.matter/none.csv]\n", "", matters).at(0).starts_with("field-value: there is no file"));
}

TEST_CASE("registers: an agency that departs from the register is found, and the register helps with a code") {
  const std::string config = "agencies: .matter/t.csv\n";
  CHECK(found(config, "name,code\n示例市卫生健康委员会,11350200000000000Y\n", sample_with("")).empty());
  // An organisation code of zeros is nobody's.
  const std::string own = sample_with(
      "code: \"11350200000000019U300019900100001\"\n"
      "agency: {name: 示例市卫生健康委员会, code: 11350200000000019U, nature: 法定机关, region: \"350200000000\"}\n");
  CHECK(found(config, "name,code\n示例市卫生健康委员会,11350200000000019U\n", own).empty());
  CHECK(found(config, "name,code\n示例市卫健委,11350200000000019U\n", own) ==
        Found{"agency-name: the register has another: 示例市卫生健康委员会 (11350200000000019U), there 示例市卫健委 | "
              "write what the register has, or add a row to it"});
  const Found wrong =
      found(config, "name,code\n示例市卫生健康委员会,11350200000000000Y\n",
            sample_with("code: \"11350200000000000A3000199001000\"\nagency: {name: 示例市卫生健康委员会, "
                        "code: 11350200000000000A, nature: 法定机关, region: \"350200000000\"}\n"));
  REQUIRE_FALSE(wrong.empty());
  CHECK(std::any_of(wrong.begin(), wrong.end(), [](const std::string& line) {
    return line.find("the register has its code: 11350200000000000Y") != std::string::npos;
  }));
}
