#include "checks/kept.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "checks/elements.h"
#include "ops/validate.h"
#include "support/tree.h"

using namespace matter;
using matter::test::Tree;

namespace {

/// The findings of same-element for a matter whose promised limit is longer than its entry's and whose bases have one
/// more, with what stands in the profile and in the matter.
std::vector<Diagnostic> found(const std::string& in_profile, const std::string& kept) {
  const Tree tree;
  tree.add("standard/catalog.yaml", "format: 1\nname: 标准\nrole: 标准化目录\n");
  tree.add("standard/1.yaml",
           "name: 甲\ndirectory_code: \"00019900100001\"\nlimits: {promised: 5 工作日}\n"
           "basis: [{title: 示例条例, article: 第一条, rank: 行政法规}]\n");
  tree.add("city/catalog.yaml", "format: 1\nname: 市\nlevel: 市级\nstandards: [../standard]\nprofile: .own/e.yaml\n");
  tree.add("city/.own/e.yaml",
           "format: 1\nid: own\nlabel: 自己的\nstatus: unverified\nelements:\n"
           "  - {id: basis, label: 设定依据, paths: [basis], compare: set, direction: more}\n"
           "  - {id: promised, label: 承诺, paths: [limits.promised], compare: limit, direction: less" +
               in_profile + "}\n");
  tree.add("city/a.yaml",
           "code: \"11350200000000000Y300019900100001\"\nstandard: \"00019900100001@1\"\nlimits: {promised: 8 工作日}\n"
           "basis:\n  - {title: 示例条例, article: 第一条, rank: 行政法规}\n"
           "  - {title: 示例经济特区条例, article: 第二条, rank: 经济特区法规}\n" +
               kept);
  RunOptions options;
  Sources sources;
  std::vector<Diagnostic> all;
  for (Diagnostic& d : validate({tree.path("city")}, options, sources).findings) {
    if (d.rule == "same-element") all.push_back(std::move(d));
  }
  return all;
}

const std::string reasons =
    "binding:\n  kept:\n    - {field: limits, reason: 人手不足}\n    - {field: basis, reason: 经济特区法规}\n";

}  // namespace

TEST_CASE("kept: a reason is shown and excuses nothing, but a local act among the bases") {
  CHECK(found("", "").size() == 2);
  const std::vector<Diagnostic> findings = found("", reasons);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].field == "limits.promised");
  CHECK(findings[0].severity == Severity::error);
  REQUIRE_FALSE(findings[0].notes.empty());
  CHECK(findings[0].notes.back().message.find("人手不足") != std::string::npos);
}

TEST_CASE(
    "kept: where the profile lets reasons excuse an element, the finding is an info; without a reason it is none") {
  const std::vector<Diagnostic> excused = found(", reason: 是", reasons);
  REQUIRE(excused.size() == 1);
  CHECK(excused[0].severity == Severity::info);
  CHECK(excused[0].message.find("8 工作日") != std::string::npos);
  const std::vector<Diagnostic> silent = found(", reason: 是", "");
  REQUIRE(silent.size() == 2);
  CHECK(std::all_of(silent.begin(), silent.end(), [](const Diagnostic& d) { return d.severity == Severity::error; }));
}

TEST_CASE("kept: a reason is of the elements whose paths its field is, leads to, or leads into") {
  const auto path = [](const char* text) { return *resolve_path(text); };
  CHECK(overlap(path("limits"), path("limits.promised")));
  CHECK(overlap(path("limits.promised"), path("limits")));
  CHECK(overlap(path("limits.promised"), path("limits.promised")));
  CHECK_FALSE(overlap(path("limits.promised"), path("limits.legal")));
  CHECK_FALSE(overlap(path("fees"), path("limits")));
}
