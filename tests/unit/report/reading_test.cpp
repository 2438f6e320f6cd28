#include "report/reading.h"

#include <doctest/doctest.h>

#include "report/findings_text.h"

using namespace matter;

namespace {

/// So many findings of each of two rules, one after the other.
std::vector<Diagnostic> findings_of(std::size_t count) {
  std::vector<Diagnostic> all;
  for (std::size_t i = 0; i < count; ++i) {
    for (const std::string_view rule : {"limit-instant", "contact-same"}) {
      Diagnostic d;
      d.rule = rule;
      d.severity = rule == "limit-instant" ? Severity::error : Severity::warning;
      d.matter = "C" + std::to_string(i % 2);
      d.message = "m" + std::to_string(i);
      all.push_back(d);
    }
  }
  return all;
}

std::vector<FindingGroup> groups_of(const std::vector<Diagnostic>& findings, const Reading& reading) {
  const Sources sources;
  return grouped(findings, sources, {.lang = Lang::en, .reading = &reading});
}

std::size_t more_in(const FindingGroup& group) {
  std::size_t count = 0;
  for (const MoreOfAKind& more : group.more) count += more.count;
  return count;
}

}  // namespace

TEST_CASE("reading: a report of a hundred findings is listed whole, a longer one by the first of each rule") {
  const auto whole = groups_of(findings_of(long_report / 2), {});
  REQUIRE(whole.size() == 1);
  CHECK(whole[0].listed.size() == long_report);
  CHECK(whole[0].more.empty());
  const auto longer = groups_of(findings_of(long_report / 2 + 1), {});
  REQUIRE(longer.size() == 1);
  CHECK(longer[0].listed == std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
  CHECK(more_in(longer[0]) == long_report + 2 - 2 * first_of_a_kind);
  CHECK(longer[0].errors == long_report / 2 + 1);
  Reading everything;
  everything.all = true;
  CHECK(groups_of(findings_of(1000), everything)[0].listed.size() == 2000);
}

TEST_CASE("reading: counts of groups are exact, and every finding is in one") {
  const auto findings = findings_of(300);
  for (const GroupBy by : {GroupBy::file, GroupBy::rule, GroupBy::matter}) {
    Reading reading;
    reading.group = by;
    std::size_t counted = 0, told = 0;
    for (const FindingGroup& group : groups_of(findings, reading)) {
      counted += group.errors + group.warnings + group.infos;
      told += group.listed.size() + more_in(group);
    }
    CHECK(counted == findings.size());
    CHECK(told == findings.size());
  }
  Reading by_rule;
  by_rule.group = GroupBy::rule;
  CHECK(groups_of(findings, by_rule).front().title == "limit-instant");
}

TEST_CASE("reading: a place in no agency is told under no name") {
  AgencyLedger ledger;
  ledger.agency = "示例局";
  ledger.rows = {{1, {}, {}, false}};
  AgencyLedger none;
  none.rows = {{0, {}, {}, false}};
  const std::vector<AgencyLedger> agencies = {ledger, none};
  Reading reading;
  reading.group = GroupBy::agency;
  reading.agencies = agencies;
  const auto groups = groups_of(findings_of(1), reading);
  REQUIRE(groups.size() == 2);
  CHECK(groups[0].title == "no agency is named");
  CHECK(groups[1].title == "示例局");
}

TEST_CASE("reading: on a terminal long hints are broken into lines, wide characters counted as two") {
  Sources sources;
  Diagnostic d;
  d.rule = "limit-instant";
  d.message = "问题";
  d.hint = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十";
  std::string out;
  write_findings({&d, 1}, sources, {.lang = Lang::zh, .width = 40, .wraps = true},
                 [&](std::string_view more) { out += more; });
  CHECK(out ==
        "错误: 问题 [limit-instant]\n"
        "  建议：一二三四五六七八九十一二三四五\n"
        "    六七八九十一二三四五六七八九十一二三\n"
        "    四五六七八九十\n");
}
