#include <doctest/doctest.h>

#include "support/check.h"

using namespace matter;
using namespace matter::test;

namespace {

std::vector<Diagnostic> limits(std::string_view rule, std::string_view fragment) {
  return of_rule(rule, sample_with(fragment));
}

}  // namespace

TEST_CASE("limits: a promise over the legal limit points at the promise and notes the legal limit") {
  const std::string text = sample_with("limits: {legal: 5 工作日, promised: 10 工作日}\n");
  const auto found = of_rule("limit-promised-over-legal", text);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::error);
  CHECK(found[0].field == "limits.promised");
  CHECK(under(found[0], text) == "10 工作日");
  CHECK(found[0].message == "the promised limit 10 工作日 is longer than the legal limit 5 工作日");
  REQUIRE(found[0].notes.size() == 2);
  CHECK(slice(text, found[0].notes[0].at.span) == "5 工作日");
}

TEST_CASE("limits: a promise is compared with the law only where it is certain on every calendar") {
  CHECK(limits("limit-promised-over-legal", "limits: {legal: 30 自然日, promised: 31 工作日}\n").size() == 1);
  CHECK(limits("limit-promised-over-legal", "limits: {legal: 30 自然日, promised: 25 工作日}\n").empty());
  CHECK(limits("limit-promised-over-legal", "limits: {legal: 无, promised: 400 工作日}\n").empty());
  CHECK(limits("limit-promised-over-legal", "limits: {legal: 5 工作日, promised: 5 工作日}\n").empty());
  CHECK(limits("limit-promised-over-legal", "limits: {legal: 很久, promised: 5 工作日}\n").empty());
}

TEST_CASE("limits: different units are said once, and not where the promise is over the law or at once") {
  CHECK(limits("limit-unit-mixed", "limits: {legal: 30 自然日, promised: 10 工作日}\n").size() == 1);
  CHECK(limits("limit-unit-mixed", "limits: {legal: 30 自然日, promised: 31 工作日}\n").empty());
  CHECK(limits("limit-unit-mixed", "limits: {legal: 30 自然日, promised: 当场}\n").empty());
}

TEST_CASE("limits: a 即办件 may be promised at once or within one working day") {
  for (const char* limit : {"当场", "1 工作日", "0 工作日", "1 自然日"}) {
    CHECK(limits("limit-instant", "kind: 即办件\nlimits: {legal: 20 工作日, promised: " + std::string(limit) + "}\n")
              .empty());
  }
  CHECK(limits("limit-instant", "kind: 即办件\nlimits: {legal: 20 工作日, promised: 2 工作日}\n").size() == 1);
  CHECK(limits("limit-instant", "kind: 承诺件\nlimits: {legal: 20 工作日, promised: 2 工作日}\n").empty());
}

TEST_CASE(
    "limits: a missing promise is an error of a licence, a warning of other powers, nothing of a public service") {
  const auto licence = limits("limit-promise-missing", "limits: {legal: 20 工作日}\n");
  REQUIRE(licence.size() == 1);
  CHECK(licence[0].severity == Severity::error);
  const auto other = limits("limit-promise-missing", "type: 行政给付\nlimits: {legal: 20 工作日}\n");
  REQUIRE(other.size() == 1);
  CHECK(other[0].severity == Severity::warning);
  CHECK(limits("limit-promise-missing", "type: 公共服务\nlimits: {legal: 20 工作日}\n").empty());
}

TEST_CASE("limits: a promise of 无 is an answer but for a licence") {
  CHECK(limits("limit-promise-missing", "limits: {legal: 20 工作日, promised: 无}\n").size() == 1);
  CHECK(limits("limit-promise-missing", "type: 行政给付\nlimits: {legal: 无, promised: 无}\n").empty());
}

TEST_CASE("limits: a missing promise points at the limits, or at the name where there are none") {
  const std::string some = sample_with("limits: {legal: 20 工作日}\n");
  CHECK(under(of_rule("limit-promise-missing", some).at(0), some) == "limits");
  const std::string none = sample_with("!limits\n");
  CHECK(under(of_rule("limit-promise-missing", none).at(0), none) == "公共场所卫生许可（示例）");
}

TEST_CASE("limits: a standard entry makes no promise") {
  Checkable entry;
  entry.standard = true;
  entry.matters = sample_with("limits: {legal: 20 工作日}\n");
  CHECK(of_rule("limit-promise-missing", entry).empty());
}

TEST_CASE("limits: both limits of a licence count in working days") {
  const auto found = limits("limit-licence-unit", "limits: {legal: 3 个月, promised: 5 自然日}\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].field == "limits.legal");
  REQUIRE(found[0].notes.size() == 2);
  CHECK(found[0].notes[1].message == "the promised limit counts in 自然日 too");
  CHECK(limits("limit-licence-unit", "limits: {legal: 20 工作日, promised: 5 自然日}\n").at(0).field ==
        "limits.promised");
  CHECK(limits("limit-licence-unit", "limits: {legal: 20 工作日, promised: 当场}\n").empty());
  CHECK(limits("limit-licence-unit", "type: 行政确认\nlimits: {legal: 3 个月, promised: 5 自然日}\n").empty());
}

TEST_CASE("limits: a licence may count in days where the note names the law that does") {
  const auto noted = [](std::string_view note) {
    return limits("limit-licence-unit",
                  "limits: {legal: 60 自然日, legal_note: " + std::string(note) + ", promised: 30 自然日}\n")
        .size();
  };
  CHECK(noted("《示例评价法》第二十二条规定六十日") == 0);
  CHECK(noted("按惯例六十日") == 1);
  CHECK(limits("limit-licence-unit",
               "limits: {legal: 60 自然日, legal_note: 《示例评价法》第二十二条规定六十日, promised: 1 个月}\n")
            .at(0)
            .field == "limits.promised");
}

TEST_CASE("limits: both units of a licence are told apart where the standard entry has one of them to mend") {
  Checkable bound;
  bound.standards =
      "sample: true\nname: 示例许可\ndirectory_code: \"00019900100001\"\nversion: 1\ntype: 行政许可\n"
      "limits: {legal: 20 自然日}\n";
  bound.matters = sample_with("standard: \"00019900100001@1\"\nlimits: {promised: 5 自然日}\n");
  const auto found = of_rule("limit-licence-unit", bound);
  REQUIRE(found.size() == 2);
  CHECK(found[0].at.source != found[1].at.source);
}

TEST_CASE("limits: a long legal limit of a licence wants a note, or a basis that sets it") {
  CHECK(limits("limit-licence-long", "limits: {legal: 60 工作日, promised: 5 工作日}\n").size() == 1);
  CHECK(limits("limit-licence-long", "limits: {legal: 20 工作日, promised: 5 工作日}\n").empty());
  CHECK(limits("limit-licence-long", "limits: {legal: 60 工作日, legal_note: 无, promised: 5 工作日}\n").size() == 1);
  CHECK(limits("limit-licence-long",
               "limits: {legal: 60 工作日, promised: 5 工作日}\n"
               "basis: [{title: 《示例卫生法》, number: 示例令第1号, article: 第八条, issuer: 示例会议, rank: 法律, "
               "text: 应当自受理之日起六十日内作出决定}]\n")
            .empty());
  CHECK(limits(
            "limit-licence-long",
            "limits: {legal: 45 工作日, promised: 5 工作日}\n"
            "agency: {name: 示例市卫生健康委员会, code: 11350200000000000Y, nature: 法定机关, joint: [示例市公安局]}\n")
            .empty());
}

TEST_CASE("limits: steps that run together count once, and what the law leaves out not at all") {
  const auto steps = [](std::string_view process) {
    return limits("limit-steps-sum",
                  "limits: {legal: 20 工作日, promised: 5 工作日}\nprocess:\n" + std::string(process))
        .size();
  };
  CHECK(steps("  - {step: 受理, limit: 2 工作日}\n  - {step: 审查, limit: 2 工作日}\n  - {step: 决定, limit: 2 "
              "工作日}\n") == 1);
  CHECK(steps("  - {step: 受理, limit: 1 工作日}\n  - {step: 审查, limit: 3 工作日}\n"
              "  - {step: 现场核查, limit: 3 工作日, parallel: 是}\n  - {step: 决定, limit: 1 工作日}\n") == 0);
  CHECK(steps("  - {step: 收件, limit: 5 工作日}\n  - {step: 受理, limit: 1 工作日}\n  - {step: 专家评审, limit: 20 "
              "工作日}\n"
              "  - {step: 决定, limit: 4 工作日}\n  - {step: 制证, limit: 3 工作日}\n  - {step: 送达, limit: 5 "
              "工作日}\n") == 0);
  CHECK(steps("  - {step: 受理, limit: 1 工作日}\n  - {step: 审查, limit: 30 自然日}\n") == 0);
}

TEST_CASE("limits: a special procedure wants basis and limit; 无 is a limit by law") {
  CHECK(limits("limit-special", "special: [{name: 听证, basis: 第九条}]\n").size() == 1);
  CHECK(limits("limit-special", "special: [{name: 听证, limit: 20 工作日}]\n").size() == 1);
  CHECK(limits("limit-special", "special: [{name: 听证}]\n").size() == 1);
  CHECK(limits("limit-special", "special: [{name: 听证, limit: 无, basis: 第九条}]\n").empty());
}

TEST_CASE("limits: making and delivering a licence add up") {
  CHECK(limits("limit-delivery",
               "process: [{step: 决定}, {step: 制证, limit: 5 工作日}, {step: 送达, limit: 6 工作日}]\n")
            .size() == 1);
  CHECK(limits("limit-delivery",
               "process: [{step: 决定}, {step: 制证, limit: 5 工作日}, {step: 送达, limit: 5 工作日}]\n")
            .empty());
  CHECK(limits("limit-delivery", "process: [{step: 决定}, {step: 送达, limit: 2 个月}]\n").size() == 1);
}

TEST_CASE("limits: acceptance and correction of a licence take five days at most") {
  CHECK(limits("limit-accept-long", "process: [{step: 补正告知, limit: 6 工作日}]\n").size() == 1);
  CHECK(limits("limit-accept-long", "process: [{step: 受理, limit: 5 工作日}]\n").empty());
  CHECK(limits("limit-accept-long", "process: [{step: 审查, limit: 15 工作日}]\n").empty());
}

TEST_CASE("limits: an inherited limit is shown where it stands, with a note on the matter") {
  Checkable catalog;
  catalog.standards =
      "name: 公共场所卫生许可（示例）\nbasic_code: \"000199001000\"\nversion: 1\nlimits: {legal: 5 工作日}\n";
  catalog.matters = sample_with("standard: \"000199001000@1\"\nlimits: {promised: 10 工作日}\n");
  const auto found = of_rule("limit-promised-over-legal", catalog);
  REQUIRE(found.size() == 1);
  CHECK(under(found[0], catalog.matters) == "10 工作日");
  CHECK(slice(catalog.standards, found[0].notes.at(0).at.span) == "5 工作日");

  catalog.standards += "kind: 即办件\n";
  catalog.matters = sample_with("standard: \"000199001000@1\"\n!limits\n!kind\n");
  catalog.standards.replace(catalog.standards.find("{legal"), std::string("{legal: 5 工作日}").size(),
                            "{legal: 5 工作日, promised: 4 工作日}");
  const auto inherited = of_rule("limit-instant", catalog);
  REQUIRE(inherited.size() == 1);
  CHECK(under(inherited[0], catalog.standards) == "4 工作日");
  const Note& by = inherited[0].notes.at(0);
  CHECK(by.message == "taken over by matter 11350200000000000Y3000199001000");
  CHECK(slice(catalog.matters, by.at.span) == "公共场所卫生许可（示例）");
}
