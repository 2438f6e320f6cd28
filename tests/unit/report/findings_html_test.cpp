#include "report/findings_html.h"

#include <doctest/doctest.h>

#include <string>

#include "report/findings_html_parts.h"
#include "support/tree.h"

using namespace matter;

namespace {

/// Findings of one rule in one file, of the first of two agencies.
struct Example {
  matter::test::Tree tree;
  std::string file = tree.path() + "/a b.yaml";
  Sources sources;
  ValidateResult result;
  Whose whose;
  std::vector<std::string> paths{"a b"};

  explicit Example(std::size_t count) {
    tree.add("a b.yaml", "name: 许可\nlimits: {promised: 10 工作日}\n");
    const SourceId id = sources.add_file(file);
    AgencyLedger ledger;
    ledger.agency = "民政局";
    for (std::size_t i = 0; i < count; ++i) {
      Diagnostic d;
      d.rule = "limit-instant";
      d.at = {id, {32, 34}};
      d.message = "number " + std::to_string(i);
      d.matter = "L1";
      d.field = "limits.promised";
      d.fix = Fix{"1 工作日", {}, true};
      result.findings.push_back(d);
      ledger.rows.push_back({.finding = i, .matter = "许可", .identity = "L1", .level = "市级"});
    }
    result.files = 1;
    result.matters = 4;
    result.errors = ledger.errors = count;
    ledger.looked_at = {3, 1, 1};
    whose.agencies = {ledger, {}};
    whose.agencies[1].agency = "公安局";
    whose.levels = {{"市级", count, 0, 0, {4, 1, 1}}};
    whose.looked_at = {4, 1, 1};
  }

  [[nodiscard]] Report report(Lang lang = Lang::en) const {
    Report made{result, sources, {}};
    made.style.lang = lang;
    made.day = {2026, 1, 31};
    made.fails_at = Severity::error;
    made.paths = paths;
    made.whose = &whose;
    return made;
  }
  [[nodiscard]] std::string page(const Report& of) const {
    std::string out;
    write_findings_html(of, [&](std::string_view more) { out += more; });
    return out;
  }
};

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t times = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++times;
  return times;
}
bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("page of findings: the score stands with its formula and is never rounded up") {
  const Example two(2);
  CHECK(has(two.page(two.report()),
            "Score 62.5 = 100 × (2 without error or warning + ½ × 1 with warnings only) ÷ 4 "
            "matters checked"));
  CHECK(has(two.page(two.report(Lang::zh)),
            "得分 62.5 ＝ 100 ×（没有错误和警告的事项 2 ＋ ½ × 只有警告的事项 1）÷ "
            "检查的事项 4"));
  CHECK(score_text({100'000, 1, 0}) == "99.9");
  CHECK(score_text({3, 0, 0}) == "100.0");
  CHECK(score_text({}) == "—");
  Report part = two.report();
  SinceResult since;
  part.since = &since;
  part.commit = "main";
  CHECK_FALSE(has(two.page(part), "Score "));
  Report nobody = two.report();
  nobody.whose = nullptr;
  CHECK_FALSE(has(two.page(nobody), "Score "));
}

TEST_CASE("page of findings: a long report lists the first of each rule as text, and all of them as data") {
  const Example many(long_report + 1);
  const std::string page = many.page(many.report());
  CHECK(count(page, "<li class=\"finding error\">") == first_of_a_kind);
  CHECK(has(page, "96 more are not listed here."));
  CHECK(count(page, "\"number ") == long_report + 1);
  const Example few(long_report);
  CHECK(count(few.page(few.report()), "<li class=\"finding error\">") == long_report);
}

TEST_CASE("page of findings: each finding has its line, its command, and what mends it") {
  const Example one(1);
  const std::string page = one.page(one.report());
  CHECK(has(page, "<pre><span class=\"at\">2 </span>limits: {promised: <mark>10</mark> 工作日}</pre>"));
  CHECK(has(page, "<code>matter validate &#39;" + one.file + "&#39; --date 2026-01-31</code>"));
  CHECK(has(page, "<code>matter validate --fix &#39;" + one.file + "&#39;</code>"));
  CHECK(has(page, "<span class=\"tag error\">failed</span>"));
  CHECK(has(page, "data-filter=\"agency=0\""));
  CHECK_FALSE(has(page, "data-filter=\"agency=1\""));  // nothing was found of it, but it is there
  CHECK(has(page, "公安局"));
}

TEST_CASE("page of findings: a baseline is a trend, and says when it could not see all") {
  Example one(1);
  one.result.baselined = 7;
  BaselineUse use;
  use.file = "known.tsv";
  use.gone = 3;
  Report report = one.report();
  report.baseline = &use;
  const std::string page = one.page(report);
  CHECK(has(page, "still there 7"));
  CHECK(has(page, "gone 3"));
  CHECK(has(page, "new 1"));
  CHECK(has(page, "Only a part was looked at"));
  CHECK(has(page, "What the baseline knows counts in the score."));
}

TEST_CASE("page of findings: a clean page has no script and says what was not checked") {
  Example none(0);
  none.result.not_checked = {{"file", "no <matter>", 2}};
  const std::string page = none.page(none.report());
  CHECK_FALSE(has(page, "<script"));
  CHECK(has(page, "2 files: no &lt;matter&gt;"));
  CHECK(has(page, "Nothing was found."));
}

TEST_CASE("page of findings: a long line is cut around its place") {
  Sources sources;
  std::string text(100, 'a');
  text += "X" + std::string(200, 'b');
  const SourceId id = sources.add_text(SourceKind::memory, "a", text + "\n\n");
  Places places(sources);
  const MarkedLine line = marked_line({id, {100, 101}}, places);
  CHECK(line.before == "…" + std::string(60, 'a'));
  CHECK(line.marked == "X");
  CHECK(line.after == std::string(60, 'b') + "…");
  CHECK(marked_line({id, {0, 0}}, places).marked == "a");
  CHECK(marked_line({id, {302, 302}}, places).marked.empty());
  CHECK(marked_line({}, places).number == 0);
}

TEST_CASE("page of findings: names of files are words for a shell") {
  CHECK(shell_word("目录/a.yaml") == "目录/a.yaml");
  CHECK(shell_word("a b") == "'a b'");
  CHECK(shell_word("it's") == "'it'\\''s'");
  CHECK(shell_word("$(x)") == "'$(x)'");
  CHECK(shell_word("-x") == "./'-x'");
  CHECK(shell_word("") == "''");
}
