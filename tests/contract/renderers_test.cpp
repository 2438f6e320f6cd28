#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include <functional>
#include <map>

#include "media/csv.h"
#include "media/guard.h"
#include "media/xml.h"
#include "report/reading.h"
#include "report/renderer.h"
#include "report/shown.h"
#include "support/judges.h"
#include "support/shared.h"
#include "support/shell.h"
#include "text/unicode.h"

using namespace matter;
using namespace matter::test;
using nlohmann::json;

namespace {

/// What a catalog may hold and a report must not choke on.
const std::string hostile[] = {
    "\"quoted\" 'and' `code`",
    "a]]>b<![CDATA[c]]>",
    "</script><b>&amp;&#0;",
    std::string("nul\0bell\x07 esc\x1b[31m", 17),
    "::error file=x::y",
    "##[set-env name=x]y",
    "one\ntwo\r\nthree\rfour",
    "=1+1",
    "@SUM(A1)\t+2",
    "00123",
    "abc \xE2\x80\xAE txt.exe",
    "lone \xFF\xC3 bytes \xED\xA0\x80",
    "\xEF\xBF\xBE\xEF\xBF\xBF",
    "| table | \\ * _ [x](http://y) #1 @all",
    "100% 50%25, a:b",
    "{{x}} ${y} $(z) %s",
    "\xF0\x9F\x8F\x9B wide 政务",
};
constexpr std::size_t many = sizeof hostile / sizeof *hostile;

/// Findings that hold each of these wherever a text can stand; a number tells them apart, `F0F` and so on.
struct Hostile {
  Sources sources;
  ValidateResult result;
  BaselineUse baseline;

  Hostile() {
    for (std::size_t i = 0; i < many; ++i) {
      const std::string& bad = hostile[i];
      const SourceId id = sources.add_text(SourceKind::memory, "a b/" + bad + ".yaml", "name: " + bad + "\nx: y\n");
      Diagnostic d;
      d.rule = i % 2 == 0 ? "limit-instant" : "no-such-rule<&>";
      d.severity = i % 3 == 0 ? Severity::error : i % 3 == 1 ? Severity::warning : Severity::info;
      if (i != 3) d.at = {id, {0, 6}};
      d.message = mark(i) + bad;
      d.hint = bad;
      d.notes = {{bad, {id, {6, 7}}}, {bad, {}}};
      d.fix = Fix{bad, {{{id, {0, 4}}, bad}}, i % 2 == 0};
      d.matter = bad;
      d.field = bad;
      d.subject = bad;
      result.findings.push_back(d);
      ++(d.severity == Severity::error     ? result.errors
         : d.severity == Severity::warning ? result.warnings
                                           : result.infos);
      result.not_checked.push_back({bad, bad, i});
      result.hidden.push_back({d, i % 2 == 0 ? Location{id, {0, 4}} : Location{}});
      baseline.gone_entries.push_back({bad, bad, bad, "0123456789abcdef", 1});
    }
    result.files = result.matters = many;
    baseline.file = hostile[0];
  }

  static std::string mark(std::size_t i) { return "F" + std::to_string(i) + "F "; }

  [[nodiscard]] std::string as(const Renderer& renderer, Lang lang = Lang::en, bool with_baseline = false) const {
    Report report{result, sources, {}};
    report.style.lang = lang;
    report.day = {2026, 1, 31};
    report.fails_at = Severity::warning;
    report.folder = "sub/";
    if (with_baseline) report.baseline = &baseline;
    std::string out;
    renderer.write(report, [&](std::string_view more) { out += more; });
    return out;
  }
};

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    if (next_code_point(text, at) == 0xFFFD && text.substr(from, 3) != "\xEF\xBF\xBD") return false;
  }
  return true;
}

/// A text as UTF-8, as JSON has it.
std::string mended(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) append_utf8(out, next_code_point(text, at));
  return out;
}

void check_json(const std::string& text) {
  const json whole = json::parse(text);
  REQUIRE(whole["findings"].size() == many);
  for (std::size_t i = 0; i < many; ++i)
    CHECK(whole["findings"][i]["message"] == mended(Hostile::mark(i) + hostile[i]));
}

void check_gitlab(const std::string& text) {
  const json whole = json::parse(text);
  REQUIRE(whole.size() == many);
  for (std::size_t i = 0; i < many; ++i) {
    CHECK(whole[i]["description"].get<std::string>().starts_with(mended(Hostile::mark(i) + hostile[i])));
    CHECK(whole[i]["location"]["path"].get<std::string>() ==
          (i == 3 ? "." : "sub/a b/" + mended(hostile[i]) + ".yaml"));
  }
}

void check_sarif(const std::string& text) {
  const json run = json::parse(text)["runs"][0];
  REQUIRE(run["results"].size() == many * 2);
  for (std::size_t i = 0; i < many; ++i) {
    const json& one = run["results"][i];
    CHECK(one["message"]["text"].get<std::string>().starts_with(mended(Hostile::mark(i) + hostile[i])));
    CHECK(run["tool"]["driver"]["rules"][one["ruleIndex"].get<std::size_t>()]["id"] == one["ruleId"]);
    if (i == 3) continue;
    const std::string uri = one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    CHECK(uri.starts_with("sub/a%20b/"));
    CHECK(uri.find_first_of(" \"<>\\^`{|}\n\r") == std::string::npos);
    CHECK(run["results"][many + i]["suppressions"].size() == 1);
  }
}

/// All that a text of XML says, one after another; it must be XML.
std::string said_by_xml(const std::string& text) {
  Collector wrong(Lang::en);
  XmlText read;
  REQUIRE_MESSAGE(read_xml(text, 0, read, wrong), wrong.found().front().message);
  CHECK(read.taken.empty());
  std::string said;
  for (const XmlNode& node : read.nodes) said += std::string(node.text) + '\n';
  return said;
}

void check_xml(const std::string& text) {
  const std::string said = said_by_xml(text);
  for (std::size_t i = 0; i < many; ++i) {
    CAPTURE(i);
    std::string wanted;
    const std::string bad = mended(Hostile::mark(i) + hostile[i]);
    for (std::size_t at = 0; at < bad.size();) {
      const char32_t c = next_code_point(bad, at);
      const bool sign = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
      append_utf8(wanted, sign ? 0x2400 + c : xml_cannot_say(c) ? 0xFFFD : c);
    }
    CHECK(said.find(wanted) != std::string::npos);
  }
}

void check_csv(const std::string& text) {
  REQUIRE(text.starts_with("\xEF\xBB\xBF"));
  Arena arena;
  CsvReader reader(text, arena);
  std::vector<CsvCell> row;
  REQUIRE(reader.next(row));
  const std::size_t columns = row.size();
  for (std::size_t i = 0; i < many; ++i) {
    CAPTURE(i);
    REQUIRE(reader.next(row));
    REQUIRE(row.size() == columns);
    CHECK(unguarded(row[7].text, Guard::numbers_too) == mended(Hostile::mark(i) + hostile[i]));
    CHECK(unguarded(row[5].text, Guard::numbers_too) == mended(hostile[i]));
    for (const CsvCell& cell : row)
      CHECK((cell.text.empty() || std::string_view("=+-@\t").find(cell.text[0]) == std::string_view::npos));
  }
  CHECK(!reader.next(row));
}

/// What a runner of GitHub makes of a line.
std::string unescaped(std::string text) {
  const std::pair<std::string, std::string> codes[] = {
      {"%0D", "\r"}, {"%0A", "\n"}, {"%3A", ":"}, {"%2C", ","}, {"%25", "%"}};
  for (const auto& [code, sign] : codes) {
    for (std::size_t at = text.find(code); at != std::string::npos; at = text.find(code, at + sign.size()))
      text.replace(at, code.size(), sign);
  }
  return text;
}

void check_github(const std::string& text) {
  const std::vector<std::string> lines = lines_of(text);
  REQUIRE(lines.size() == many);
  for (std::size_t i = 0; i < many; ++i) {
    const std::string& line = lines[i];
    CAPTURE(line);
    CHECK((line.starts_with("::error ") || line.starts_with("::warning ") || line.starts_with("::notice ")));
    const std::size_t message = line.find("::", 2);
    CHECK(line.find('\r') == std::string::npos);
    const std::string first = hostile[i].substr(0, hostile[i].find_first_of("\r\n"));
    CHECK(unescaped(line.substr(message + 2)).starts_with(Hostile::mark(i) + shown_text(first)));
  }
}

void check_lines(const std::string& text) {
  for (std::size_t i = 0; i < many; ++i) CHECK(text.find(Hostile::mark(i)) != std::string::npos);
  for (const char c : text) CHECK((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
  CHECK(text.find("\xE2\x80\xAE") == std::string::npos);
}

void check_markdown(const std::string& text) {
  check_lines(text);
  std::string outside;  // of code, in which nothing is markup
  bool code = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n') CHECK_FALSE(code);
    if (text[at] == '`' && (at == 0 || text[at - 1] != '\\')) {
      code = !code;
    } else if (!code) {
      outside += text[at];
    }
  }
  for (const std::string_view markup : {"<b>", "x](http", "</script>", "| table |", " @all"})
    CHECK(outside.find(markup) == std::string::npos);
}

/// What a page says in its data, and that no text became markup: every tag is one of ours.
void check_page(const std::string& text) {
  json all = json::array();
  std::string outside = text;
  const std::string_view part = "<script type=\"application/json\" class=\"part\">";
  for (std::size_t at = outside.find(part); at != std::string::npos; at = outside.find(part)) {
    const std::size_t begin = at + part.size(), end = outside.find("</script>", begin);
    for (const json& one : json::parse(outside.substr(begin, end - begin))) all.push_back(one);
    outside.erase(at, end - at);
  }
  REQUIRE(all.size() == many);
  constexpr std::size_t said = 11;
  for (std::size_t i = 0; i < many; ++i) CHECK(all[i][said] == shown_text(Hostile::mark(i) + hostile[i]));
  for (const std::string_view markup :
       {"<b>&", "<b>a", "</script><b>", "<![CDATA", "](http://y)<", "\x1b", "\xE2\x80\xAE"})
    CHECK(outside.find(markup) == std::string::npos);
  CHECK(outside.find("&lt;/script&gt;&lt;b&gt;&amp;amp;") != std::string::npos);
  for (const char c : text) CHECK((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
}

void check_workbook(const std::string& bytes) { CHECK(bytes.starts_with("PK")); }

const std::map<std::string_view, std::function<void(const std::string&)>> checks = {
    {"checkstyle", check_xml}, {"csv", check_csv},    {"github", check_github}, {"gitlab", check_gitlab},
    {"html", check_page},      {"json", check_json},  {"junit", check_xml},     {"markdown", check_markdown},
    {"sarif", check_sarif},    {"text", check_lines}, {"xlsx", check_workbook},
};

bool xmllint_or_say() {
  if (run_in_shell("xmllint --version", ".", MATTER_PROGRAM).exit == 0) return true;
  MESSAGE("SKIPPED: xmllint is not installed (scripts/setup)");
  return false;
}

}  // namespace

TEST_CASE("renderers: every form is well-formed whatever a catalog says, and nothing is lost") {
  const Hostile report;
  CHECK(all_renderers().size() >= checks.size());
  for (const Renderer* const renderer : all_renderers()) {
    const std::string name(renderer->name);
    CAPTURE(name);
    CHECK(find_renderer(name) == renderer);
    CHECK(!renderer->help.zh.empty());
    REQUIRE_MESSAGE(checks.contains(name), "a form needs a check here: what does its reader make of hostile texts?");
    for (const Lang lang : {Lang::en, Lang::zh}) {
      const std::string text = report.as(*renderer, lang);
      if (!renderer->binary) CHECK(is_utf8(text));
      checks.at(name)(text);
    }
  }
}

TEST_CASE("renderers: an empty report is well-formed too") {
  Sources sources;
  ValidateResult result;
  result.files = result.matters = 1;
  for (const Renderer* const renderer : all_renderers()) {
    CAPTURE(renderer->name);
    std::string out;
    renderer->write({result, sources, {}}, [&](std::string_view more) { out += more; });
    if (renderer->name == "github") {
      CHECK(out.empty());
    } else {
      CHECK(!out.empty());
    }
    if (renderer->name == "junit" || renderer->name == "checkstyle") static_cast<void>(said_by_xml(out));
    if (renderer->name == "json" || renderer->name == "sarif" || renderer->name == "gitlab") CHECK(json::accept(out));
  }
}

TEST_CASE("renderers: a hundred thousand findings come in small pieces") {
  Sources sources;
  const SourceId id = sources.add_text(SourceKind::memory, "a.yaml", "name: 公共场所卫生许可（示例）\n");
  ValidateResult result;
  constexpr std::size_t count = 100'000;
  Diagnostic d;
  d.rule = "limit-instant";
  d.at = {id, {6, 12}};
  d.message = "a finding of usual length, with its hint and its place";
  result.findings.assign(count, d);
  result.errors = count;
  result.files = result.matters = 1;
  Reading everything;
  everything.all = true;
  for (const Renderer* const renderer : all_renderers()) {
    if (renderer->binary) continue;  // a workbook is an archive, made at once
    CAPTURE(renderer->name);
    std::size_t largest = 0, pieces = 0;
    Report report{result, sources, {}};
    report.style.reading = &everything;
    renderer->write(report, [&](std::string_view more) {
      largest = std::max(largest, more.size());
      ++pieces;
    });
    CHECK(largest < 256 * 1024);
    CHECK(pieces > 50);
  }
}

TEST_CASE("renderers: judges of others take what the program writes of the samples, and of hostile texts") {
  if (!judges_or_say("reports of findings")) return;
  const PlayFolder folder(in_repository(""));
  const ShellResult run = run_in_shell(
      "matter validate catalogs/defective --write-baseline known.tsv -q >said; sed -i '/limit-instant/d' known.tsv;"
      "echo 'C0\tlimit-instant\tlimits\t0123456789abcdef\t2' >>known.tsv;"
      "matter validate catalogs/defective --baseline known.tsv -o sarif=known.sarif;"
      "sed 's/^contacts.*/&  # matter: ignore contact-same 一部电话/' catalogs/defective/contact-same.yaml >one.yaml;"
      "matter validate one.yaml catalogs/defective -o sarif=a.sarif -o junit=j.xml -o checkstyle=c.xml -o "
      "gitlab=q.json",
      folder.path(), MATTER_PROGRAM);
  REQUIRE_MESSAGE(run.exit == 1, run.err);
  const Hostile report;
  for (const auto& [form, file] : {std::pair{"sarif", "h.sarif"}, std::pair{"junit", "hj.xml"},
                                   std::pair{"checkstyle", "hc.xml"}, std::pair{"gitlab", "h.json"}})
    write_file(folder.path() / file, report.as(*find_renderer(form), Lang::zh, true));
  for (const auto& [form, file] :
       {std::pair{"sarif", "a.sarif"}, std::pair{"sarif", "known.sarif"}, std::pair{"sarif", "h.sarif"},
        std::pair{"gitlab", "q.json"}, std::pair{"gitlab", "h.json"}}) {
    const std::string path = (folder.path() / file).string();
    const ShellResult judged = run_judge("reports.mjs", {form, path});
    CHECK_MESSAGE(judged.exit == 0, path, ": ", judged.out, judged.err);
  }
  if (!xmllint_or_say()) return;
  for (const auto& [form, file] : {std::pair{"junit", "j.xml"}, std::pair{"junit", "hj.xml"},
                                   std::pair{"checkstyle", "c.xml"}, std::pair{"checkstyle", "hc.xml"}}) {
    const std::string schema = in_repository(std::string("tests/judges/formats/") + form + ".xsd").string();
    const ShellResult judged =
        run_in_shell("xmllint --noout --nonet --schema '" + schema + "' " + file, folder.path(), MATTER_PROGRAM);
    CHECK_MESSAGE(judged.exit == 0, schema, ": ", judged.err);
  }
}

TEST_CASE("renderers: SARIF keeps what comments and the baseline hide, and tells what is new and what is gone") {
  const PlayFolder folder(in_repository(""));
  const ShellResult run = run_in_shell(
      "mkdir c; sed 's/^contacts.*/&  # matter: ignore contact-same 一部电话/' catalogs/defective/contact-same.yaml "
      ">c/one.yaml; cp catalogs/defective/visit-reason.yaml c; matter validate c --write-baseline c/k.tsv -q >said;"
      "printf 'C0\\tlimit-instant\\tlimits\\t0123456789abcdef\\t2\\n' >>c/k.tsv; cp "
      "catalogs/defective/fee-contradiction.yaml c;"
      "matter validate c --baseline c/k.tsv --format sarif",
      folder.path(), MATTER_PROGRAM);
  const json results = json::parse(run.out)["runs"][0]["results"];
  std::map<std::string, int> states;
  for (const json& one : results) {
    std::string state = one["baselineState"];
    if (one.contains("suppressions")) state += " " + one["suppressions"][0]["kind"].get<std::string>();
    ++states[state];
    if (state == "new inSource")
      CHECK(one["suppressions"][0]["justification"] == "# matter: ignore contact-same 一部电话");
  }
  CHECK(states ==
        std::map<std::string, int>{{"absent", 1}, {"new", 2}, {"new inSource", 1}, {"unchanged external", 2}});
}

TEST_CASE("renderers: fingerprints stay when lines move") {
  const PlayFolder folder(in_repository(""));
  const ShellResult run = run_in_shell(
      "cp catalogs/defective/limit-instant.yaml a.yaml; matter validate a.yaml -o sarif=1.sarif;"
      "(echo '# 一行'; echo '# 又一行'; cat catalogs/defective/limit-instant.yaml) >a.yaml; matter validate a.yaml -o "
      "sarif=2.sarif",
      folder.path(), MATTER_PROGRAM);
  const auto first = [&](const char* file) {
    return json::parse(whole_file(folder.path() / file))["runs"][0]["results"][0];
  };
  const json before = first("1.sarif"), after = first("2.sarif");
  CHECK(before["partialFingerprints"] == after["partialFingerprints"]);
  const auto line = [](const json& one) -> int {
    return one["locations"][0]["physicalLocation"]["region"]["startLine"];
  };
  CHECK(line(before) + 2 == line(after));
}

TEST_CASE("renderers: a workbook holds the findings and a summary as they are, codes as text") {
  if (!judges_or_say("a workbook of findings")) return;
  const PlayFolder folder(in_repository(""));
  const ShellResult run =
      run_in_shell("matter validate catalogs/defective/limit-instant.yaml -o xlsx=r.xlsx -o csv=r.csv", folder.path(),
                   MATTER_PROGRAM);
  REQUIRE(run.exit == 1);
  const ShellResult judged = run_judge("workbook.mjs", {(folder.path() / "r.xlsx").string()});
  REQUIRE_MESSAGE(judged.exit == 0, judged.err);
  const json book = json::parse(judged.out);
  REQUIRE(book["sheets"].size() == 2);
  CHECK(book["sheets"][0]["name"] == "summary");
  CHECK(book["sheets"][1]["name"] == "findings");
  const json& rows = book["sheets"][1]["rows"];
  REQUIRE(rows.size() == 2);
  CHECK(rows[1][1] == json::array({"s", "limit-instant"}));
  CHECK(rows[1][3][0] == "n");
  CHECK(rows[1][5][0] == "s");
  for (const json& sheet : book["sheets"])
    for (const json& row : sheet["rows"])
      for (const json& cell : row) CHECK(cell[0] != "f");
}
