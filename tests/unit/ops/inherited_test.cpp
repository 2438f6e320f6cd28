#include "ops/inherited.h"

#include <doctest/doctest.h>

using namespace matter;

namespace {

Inherited one(std::string matter, std::string message = "catch-all") {
  Inherited i;
  i.finding.rule = "catch-all-wording";
  i.finding.at = {1, {10, 20}};
  i.finding.message = std::move(message);
  i.finding.matter = std::move(matter);
  i.entry = "00019900100001@3";
  i.binding = {2, {5, 6}};
  return i;
}

}  // namespace

TEST_CASE("inherited: a fault of the standard entry is one finding, the entry's, however many take it") {
  InheritedFindings all;
  all.add(one("A"));
  all.add(one("B"));
  all.add(one("C"));
  all.add(one("C", "another"));
  std::vector<Diagnostic> findings;
  all.merge_into(findings, Lang::en);
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].matter == "00019900100001@3");
  REQUIRE(findings[0].notes.size() == 1);
  CHECK(findings[0].notes[0].message == "matter A and 2 more take it from this standard entry");
  CHECK(findings[0].notes[0].at == Location{2, {5, 6}});
  CHECK(findings[1].notes[0].message == "matter C takes it from this standard entry");
}

TEST_CASE("inherited: where the entry itself was checked, its own finding gets the note") {
  InheritedFindings all;
  all.add(one("A"));
  all.add(one("B"));
  Diagnostic own = one("00019900100001@3").finding;
  Diagnostic other = own;
  other.rule = "another-rule";
  std::vector<Diagnostic> findings{other, own};
  all.merge_into(findings, Lang::zh);
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].notes.empty());
  REQUIRE(findings[1].notes.size() == 1);
  CHECK(findings[1].notes[0].message == "事项 A 等 2 项从这一标准业务项取用");
}
