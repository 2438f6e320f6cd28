#include "ops/split.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "report/ledger.h"
#include "support/tree.h"

using namespace matter;
using matter::test::Tree;

namespace {

const std::string first_agency = "11350200000000000Y", second_agency = "11350200000000019U";

std::string agencies(const Tree& tree) {
  RunOptions options;
  options.jobs = 1;
  Sources sources;
  std::string text;
  const SplitResult result = validate_split({tree.path()}, options, sources);
  std::size_t rows = 0;
  for (const AgencyLedger& ledger : result.agencies) {
    text += name_of(ledger, Lang::en) + ' ' + ledger.code + ' ' + std::to_string(ledger.matters) + '\n';
    rows += ledger.rows.size();
  }
  CHECK(rows == result.checked.findings.size());  // every finding is somebody's, once
  return text;
}

}  // namespace

TEST_CASE("split: agencies are told apart by name, and by code where several have that name") {
  const Tree tree;
  tree.add("a.yaml", "{name: 甲, code: " + first_agency + "3000199001000, agency: {name: 民政局}}\n");
  tree.add("b.yaml", "{name: 乙, code: " + second_agency + "3000199002000, agency: {name: 民政局}}\n");
  tree.add("c.yaml", "{name: 丙, local_code: L1, agency: {name: 民 政 局, code: " + second_agency + "}}\n");
  CHECK(agencies(tree) == "民政局 " + second_agency + " 2\n民政局 " + first_agency + " 1\n");
}

TEST_CASE("split: a wrong code divides no agency, and a code alone finds its name") {
  const Tree tree;
  tree.add("a.yaml", "{name: 甲, code: " + first_agency + "3000199001000, agency: {name: 民政局}}\n");
  tree.add("b.yaml", "{name: 乙, code: 11350200000000000X3000199002000, agency: {name: 民政局}}\n");
  tree.add("c.yaml", "{name: 丙, code: " + first_agency + "3000199003000}\n");
  CHECK(agencies(tree) == "民政局 " + first_agency + " 3\n");
}

TEST_CASE("split: what names no agency comes last, entries of a standard catalog by themselves") {
  const Tree tree;
  tree.add("s/catalog.yaml", "format: 1\nname: 省\nrole: 标准化目录\n");
  tree.add("s/s.yaml", "{name: 甲, directory_code: \"00019900100001\", limits: {promised: 尽快}}\n");
  tree.add("c/catalog.yaml", "format: 1\nname: 市\nstandards: [../s]\n");
  tree.add("c/a.yaml", "- {name: 甲, agency: {name: 民政局}, local_code: L1}\n- {name: 乙, local_code: L2}\n");
  tree.add("c/broken.yaml", "name: [\n");
  const std::string all = agencies(tree);
  CHECK(all.starts_with("民政局  1\n"));
  CHECK(all.find("standard catalog  1\n") != std::string::npos);
  CHECK(all.find("no agency is named  2\n") != std::string::npos);
}

TEST_CASE("split: a deadline is a day, or so many working days") {
  const DateValue day{2026, 9, 28};
  CHECK(deadline_of("2026-12-31", day) == DateValue{2026, 12, 31});
  CHECK(deadline_of("2026年9月28日", day) == day);
  CHECK(deadline_of("5", day) == DateValue{2026, 10, 10});  // behind the holidays of October
  CHECK(deadline_of("0", day) == day);
  for (const char* const text : {"2026-09-27", "2026-02-30", "100000", "soon", "-1", ""}) {
    CAPTURE(text);
    CHECK(!deadline_of(text, day));
  }
}

TEST_CASE("split: paths become labels, items of lists stay, what no table knows stays") {
  CHECK(labels_of("limits.promised") == "办结时限 › 承诺办结时限");
  CHECK(labels_of("materials[营业执照].form") == "申请材料[营业执照] › 材料形式");
  CHECK(labels_of("materials[a[1].b].form") == "申请材料[a[1] › b].form");
  CHECK(labels_of("nmae") == "nmae");
  CHECK(labels_of("") == "");
}

TEST_CASE("whose: matters count by the gravest in them, agencies without a finding are there, levels in order") {
  const Tree tree;
  tree.add("catalog.yaml", "format: 1\nname: 市\npreset: core\n");
  tree.add("a.yaml", "{name: 甲, local_code: L1, level: 县级, agency: {name: 甲局}, limits: {promised: 尽快}}\n");
  tree.add("b.yaml", "{name: 乙, local_code: L2, level: 市级, agency: {name: 乙局}}\n");
  tree.add("broken.yaml", "name: [\n");
  RunOptions options;
  options.jobs = 1;
  Sources sources;
  ValidateResult checked = validate({tree.path()}, options, sources);
  checked.findings.erase(std::remove_if(checked.findings.begin(), checked.findings.end(),
                                        [&](const Diagnostic& d) {
                                          return d.at.known() && sources.name(d.at.source).ends_with("b.yaml");
                                        }),
                         checked.findings.end());
  const Whose whose = whose_findings(checked, {tree.path()}, options, sources);
  CHECK(whose.looked_at.all >= 2);
  CHECK(whose.looked_at.errors >= 1);
  CHECK(whose.looked_at.errors + whose.looked_at.warnings < whose.looked_at.all);
  REQUIRE(whose.levels.size() >= 2);
  CHECK(whose.levels[0].level == "市级");
  CHECK(whose.levels[0].errors == 0);
  CHECK(whose.levels[1].level == "县级");
  CHECK(whose.levels[1].errors > 0);
  const auto second = std::find_if(whose.agencies.begin(), whose.agencies.end(),
                                   [](const AgencyLedger& one) { return one.agency == "乙局"; });
  REQUIRE(second != whose.agencies.end());
  CHECK(second->rows.empty());
  CHECK(second->looked_at.all == 1);
  // What a baseline hides is still there; what a comment hides is not counted.
  ValidateResult hidden = checked;
  hidden.hidden.clear();
  for (const Diagnostic& d : checked.findings) hidden.hidden.push_back({d, {}});
  hidden.findings.clear();
  CHECK(whose_findings(hidden, {tree.path()}, options, sources).looked_at.errors == whose.looked_at.errors);
  for (HiddenFinding& one : hidden.hidden) one.comment = one.finding.at;
  CHECK(whose_findings(hidden, {tree.path()}, options, sources).looked_at.errors == 0);
  for (const AgencyLedger& one : by_agency(checked, {tree.path()}, options, sources)) CHECK(!one.rows.empty());
}
