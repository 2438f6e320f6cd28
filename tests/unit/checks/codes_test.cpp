#include <doctest/doctest.h>

#include "support/check.h"

using namespace matter;
using namespace matter::test;

namespace {

std::vector<Diagnostic> codes(std::string_view rule, std::string_view fragment) {
  return of_rule(rule, sample_with(fragment));
}

std::string agency(std::string_view code) {
  return "agency: {name: 示例市卫生健康委员会, code: \"" + std::string(code) + "\", nature: 法定机关}\n";
}

}  // namespace

TEST_CASE("codes: a wrong character of an agency code is shown alone") {
  const std::string text = sample_with(agency("1135020000000000I0"));
  const auto found = of_rule("code-usc-shape", text);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::warning);
  CHECK(under(found[0], text) == "I");
  CHECK(codes("code-usc-check", agency("1135020000000000I0")).empty());
}

TEST_CASE("codes: published agency codes are right or wrong as the standard says") {
  for (const char* right : {"11350200004173494J", "11350200004155341D", "1135020000413900XC"}) {
    CHECK(codes("code-usc-check", agency(right)).empty());
    CHECK(codes("code-usc-shape", agency(right)).empty());
  }
  const auto wrong = codes("code-usc-check", agency("11350200004138069X"));
  REQUIRE(wrong.size() == 1);
  CHECK(wrong[0].severity == Severity::warning);
}

TEST_CASE("codes: a wrong check character is pointed at, and the right one named") {
  const std::string text = sample_with(agency("11350200000000000A"));
  const auto found = of_rule("code-usc-check", text);
  REQUIRE(found.size() == 1);
  CHECK(under(found[0], text) == "A");
  CHECK(found[0].message == "agency code 11350200000000000A has a wrong check character: the 18th should be Y, not A");
}

TEST_CASE("codes: without agency.code the agency is that of the 实施编码") {
  const std::string text = sample_with(
      "agency: {name: 示例市卫生健康委员会, nature: 法定机关}\ncode: \"11350200000000000A3000199001000\"\n");
  const auto found = of_rule("code-usc-check", text);
  REQUIRE(found.size() == 1);
  CHECK(found[0].field == "code");
  CHECK(found[0].at.span.size() == 1);
}

TEST_CASE("codes: a temporary agency code is an info and nothing else") {
  const std::string fragment =
      "agency: {name: 示例, nature: 法定机关}\ncode: \"TE440000GD030003VV2000199001000\"\nlevel: 省级\n";
  CHECK(codes("code-usc-temporary", fragment).size() == 1);
  CHECK(codes("code-usc-temporary", fragment)[0].severity == Severity::info);
  CHECK(codes("code-usc-shape", fragment).empty());
  CHECK(codes("code-usc-check", fragment).empty());
}

TEST_CASE("codes: basic codes may hold letters in the last eight characters") {
  CHECK(codes("code-basic-shape", "basic_code: \"44211105N003\"\n!code\n").empty());
  CHECK(codes("code-basic-shape", "basic_code: \"44010200200Y\"\n!code\n").empty());
  CHECK(codes("code-basic-shape", "basic_code: \"4401X2002001\"\n!code\n").empty());
  CHECK(codes("code-basic-shape", "basic_code: \"44X102002001\"\n!code\n").size() == 1);
}

TEST_CASE("codes: a catalog's own type digits take the place of the national ones") {
  const std::string text = sample_with("type: 公共服务\ncode: \"11350200000000000Y3442199001000\"\n");
  CHECK(of_rule("code-basic-type", text).size() == 1);
  Checkable catalog;
  catalog.matters = text;
  catalog.config =
      "format: 1\nname: 示例\ntype_codes: [{code: \"20\", type: 其他行政权力}, {code: \"21\", type: 公共服务}]\n";
  CHECK(of_rule("code-basic-type", catalog).empty());
  catalog.matters = sample_with("type: 公共服务\ncode: \"11350200000000000Y3442099001000\"\n");
  const auto found = of_rule("code-basic-type", catalog);
  REQUIRE(found.size() == 1);
  CHECK(found[0].message == "type digits 20 of the code stand for 其他行政权力, but the matter's type is 公共服务");
  CHECK(under(found[0], catalog.matters) == "20");
}

TEST_CASE("codes: every part of the 实施编码 is held against what is written") {
  const auto found =
      codes("code-implementing-parts", agency("11350200004173494J") + "level: 县级\nbasic_code: \"000199002000\"\n");
  REQUIRE(found.size() == 3);
  CHECK(found[0].subject == "agency code");
  CHECK(found[1].subject == "level");
  CHECK(found[2].subject == "basic code");
  CHECK(fingerprint(found[0], "x") != fingerprint(found[1], "x"));
}

TEST_CASE("codes: parts that are malformed themselves are left to the rules about them") {
  CHECK(codes("code-implementing-parts", agency("1135020000") + "basic_code: \"0001\"\n").empty());
}

TEST_CASE("codes: a 业务办理项编码 under the national basic code is an info, another one an error") {
  const std::string own = "code: \"11440000006940116U244010200300103\"\nlevel: 省级\n" + agency("11440000006940116U");
  const auto national = codes("code-handling-parts", own + "handling_code: \"11440000006940116U200010500400006\"\n");
  REQUIRE(national.size() == 1);
  CHECK(national[0].severity == Severity::info);
  const auto other = codes("code-handling-parts", own + "handling_code: \"11440000006940116U244010500400006\"\n");
  REQUIRE(other.size() == 1);
  CHECK(other[0].severity == Severity::error);
  CHECK(codes("code-handling-parts", own + "handling_code: \"11440000006940116U244010200300103\"\n").empty());
  CHECK(codes("code-handling-parts", own + "handling_code: \"11440000006940116U\"\n").size() == 1);
}

TEST_CASE("codes: the level is held against the region only where the power is the level's own") {
  const std::string county =
      "agency: {name: 示例, code: 11350200000000000Y, nature: 法定机关, region: \"350203000000\"}\nlevel: 市级\n";
  CHECK(codes("code-level", county + "power: {source: 法定本级行使}\n").size() == 1);
  CHECK(codes("code-level", county + "power: {source: 上级下放}\n").empty());
  CHECK(codes("code-level",
              "agency: {name: 示例, nature: 法定机关, region: \"350206405000\"}\npower: {source: 法定本级行使}\n")
            .empty());
}

TEST_CASE("codes: older forms are named as such, once") {
  const std::string text = sample_with("code: \"113502000000000003000199\"\n");
  CHECK(of_rule("code-legacy", text).size() == 1);
  CHECK(of_rule("code-implementing-shape", text).empty());
}

TEST_CASE("codes: a sub-item shares nine characters with its parent, which may stand nowhere") {
  CHECK(codes("code-parent", "parent_code: \"00019900100Y\"\n").empty());
  CHECK(codes("code-parent", "parent_code: \"000199002000\"\n").size() == 1);
  CHECK(codes("reference-dangling", "parent_code: \"00019900100Y\"\n").empty());
}

TEST_CASE("codes: the later of two matters with one code is shown, the earlier noted") {
  const std::string text = sample_with("handling: 首次申请\n") + "---\n" + sample_with("handling: 变更\n");
  const auto found = of_rule("code-duplicate", text);
  REQUIRE(found.size() == 1);
  CHECK(found[0].at.span.begin > text.find("---"));
  CHECK(found[0].notes.at(0).at.span.begin < text.find("---"));
}

TEST_CASE("codes: versions of a standard entry are no duplicates, the same version twice is") {
  Checkable entries;
  entries.standard = true;
  entries.matters = sample_with("basic_code: \"000199001000\"\nversion: 1\n!code\n") + "---\n" +
                    sample_with("basic_code: \"000199001000\"\nversion: 2\n!code\n");
  CHECK(of_rule("code-duplicate", entries).empty());
  entries.matters += "---\n" + sample_with("basic_code: \"000199001000\"\nversion: 2\n!code\n");
  CHECK(of_rule("code-duplicate", entries).size() == 1);
}

TEST_CASE("codes: regions that are retired name their successor, unknown ones do not exist") {
  const auto region = [](std::string_view rule, std::string_view code) {
    return codes(rule, "agency: {name: 示例, code: 11350200000000000Y, nature: 法定机关, region: \"" +
                           std::string(code) + "\"}\npower: {source: 上级下放}\n");
  };
  CHECK(region("region-unknown", "350203000000").empty());
  CHECK(region("region-unknown", "440100").empty());
  CHECK(region("region-unknown", "359900").size() == 1);
  CHECK(region("region-unknown", "厦门市").size() == 1);
  CHECK(region("region-unknown", "350402").empty());
  const auto retired = region("region-retired", "350402");
  REQUIRE(retired.size() == 1);
  CHECK(retired[0].severity == Severity::warning);
  const std::string text =
      sample_with("agency: {name: 示例, nature: 法定机关, region: \"350402000000\"}\npower: {source: 上级下放}\n");
  CHECK(mended(of_rule("region-retired", text).at(0), text).find("\"350404000000\"") != std::string::npos);
}
