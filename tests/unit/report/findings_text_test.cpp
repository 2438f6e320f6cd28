#include "report/findings_text.h"

#include <doctest/doctest.h>

#include "text/lines.h"

using namespace matter;

namespace {

constexpr std::string_view text =
    "name: 公共场所卫生许可（示例）\n"
    "code: \"11350200000000000Y3000199001000\"\n"
    "limits: {legal: 5 工作日, promised: 20 工作日}\n"
    "limits:\n"
    "  promised: 20 工作日\n";

Location place_of(SourceId source, std::string_view part, std::size_t from = 0) {
  const auto at = static_cast<std::uint32_t>(text.find(part, from));
  return {source, {at, at + static_cast<std::uint32_t>(part.size())}};
}

/// One finding of each severity, with everything that a finding may carry.
ValidateResult result_in(Lang lang, Sources& sources) {
  const SourceId id = sources.add_text(SourceKind::memory, "catalogs/xiamen/permit.yaml", std::string(text));
  const auto say = [&](std::string_view zh, std::string_view en) { return std::string(Bilingual{zh, en}.in(lang)); };
  Diagnostic longer;
  longer.rule = "limit-promised-over-legal";
  longer.at = place_of(id, "20 工作日");
  longer.message = say("承诺办结时限 20 工作日 比法定办结时限 5 工作日 长",
                       "the promised limit, 20 工作日, is longer than the legal limit, 5 工作日");
  longer.notes.push_back({say("法定办结时限在这里", "the legal limit stands here"), place_of(id, "5 工作日")});
  longer.notes.push_back({say("优化营商环境条例 第36条", "优化营商环境条例, article 36"), {}});
  longer.fix = Fix{say("改为 5 工作日", "write 5 工作日"), {}, false};
  Diagnostic twice;
  twice.rule = "yaml-duplicate-key";
  twice.severity = Severity::warning;
  twice.at = place_of(id, "limits", text.find("limits") + 1);
  twice.message = say("“limits”写了两次", "'limits' stands here twice");
  twice.hint = say("只留一处", "keep one of them");
  ValidateResult r;
  r.files = 2;
  r.matters = 1;
  r.errors = 1;
  r.warnings = 1;
  r.findings = {longer, twice};
  r.not_checked = {{"file", say("不是 YAML，略过", "no YAML: passed over"), 3},
                   {"basis-missing", say("目录的来源不提供 basis", "the catalog's source never carries basis"), 1},
                   {"fee-amount", say("目录的来源不提供 fees", "the catalog's source never carries fees"), 1},
                   {"fee-incomplete", say("目录的来源不提供 fees", "the catalog's source never carries fees"), 1}};
  return r;
}

std::string report_in(Lang lang) {
  Sources sources;
  const ValidateResult result = result_in(lang, sources);
  std::string out;
  write_findings_text(result, sources, {lang}, [&](std::string_view part) { out += part; });
  return out;
}

}  // namespace

TEST_CASE("findings text: an English report") {
  CHECK(
      report_in(Lang::en) ==
      R"(catalogs/xiamen/permit.yaml:3:34: error: the promised limit, 20 工作日, is longer than the legal limit, 5 工作日 [limit-promised-over-legal]
    3 | limits: {legal: 5 工作日, promised: 20 工作日}
      |                                     ^~~~~~~~~
  note: the legal limit stands here (catalogs/xiamen/permit.yaml:3:17)
  note: 优化营商环境条例, article 36
  fix (unsafe): write 5 工作日
catalogs/xiamen/permit.yaml:4:1: warning: 'limits' stands here twice [yaml-duplicate-key]
    4 | limits:
      | ^~~~~~
  hint: keep one of them
2 files, 1 matter: 1 error, 1 warning, 0 infos
not checked:
  3 files: no YAML: passed over
  1 matter: the catalog's source never carries basis: basis-missing
  1 matter: the catalog's source never carries fees: fee-amount fee-incomplete
)");
}

TEST_CASE("findings text: a Chinese report") {
  CHECK(
      report_in(Lang::zh) ==
      R"(catalogs/xiamen/permit.yaml:3:34: 错误: 承诺办结时限 20 工作日 比法定办结时限 5 工作日 长 [limit-promised-over-legal]
    3 | limits: {legal: 5 工作日, promised: 20 工作日}
      |                                     ^~~~~~~~~
  注：法定办结时限在这里（catalogs/xiamen/permit.yaml:3:17）
  注：优化营商环境条例 第36条
  修正（须确认）：改为 5 工作日
catalogs/xiamen/permit.yaml:4:1: 警告: “limits”写了两次 [yaml-duplicate-key]
    4 | limits:
      | ^~~~~~
  建议：只留一处
2 个文件，1 个事项：错误 1，警告 1，提示 0
没有检查的：
  3 个文件：不是 YAML，略过
  1 个事项：目录的来源不提供 basis：basis-missing
  1 个事项：目录的来源不提供 fees：fee-amount fee-incomplete
)");
}

TEST_CASE("findings text: colours only when told") {
  Sources sources;
  const ValidateResult result = result_in(Lang::en, sources);
  std::string out;
  write_findings_text(result, sources, {Lang::en, true}, [&](std::string_view part) { out += part; });
  CHECK(out.find("\x1b[1;31merror\x1b[0m: the promised") != std::string::npos);
  CHECK(report_in(Lang::en).find('\x1b') == std::string::npos);
}

TEST_CASE("findings text: what a catalog says cannot command the terminal") {
  Sources sources;
  const SourceId id = sources.add_text(SourceKind::memory, "a\x1b[2Jb.yaml", "name: \x1b]0;x\x07 y\n");
  Diagnostic d;
  d.rule = "control-character";
  d.at = {id, {6, 7}};
  d.message = "\x1b[31m";
  std::string out;
  write_findings(std::vector<Diagnostic>{d}, sources, {}, [&](std::string_view part) { out += part; });
  CHECK(out.find('\x1b') == std::string::npos);
  CHECK(out.find('\x07') == std::string::npos);
  CHECK(out.find("␛]0;x␇ y") != std::string::npos);
}

TEST_CASE("findings text: a file that went away is still named") {
  Sources sources;
  Diagnostic d;
  d.rule = "field-missing";
  d.at = {sources.add_file("/nowhere/at/all.yaml"), {0, 1}};
  d.message = "m";
  std::string out;
  write_findings(std::vector<Diagnostic>{d}, sources, {}, [&](std::string_view part) { out += part; });
  CHECK(out == "/nowhere/at/all.yaml: error: m [field-missing]\n");
}

TEST_CASE("findings text: a clean run says so, an empty one says that nothing was checked") {
  const auto summary = [](const ValidateResult& r, Lang lang) {
    std::string out;
    write_summary(r, {lang}, [&](std::string_view part) { out += part; });
    return out;
  };
  ValidateResult r;
  CHECK(summary(r, Lang::en) == "no matter was found: nothing was checked\n");
  CHECK(summary(r, Lang::zh) == "没有找到事项：什么也没有检查\n");
  r.files = 1;
  r.matters = 2;
  CHECK(summary(r, Lang::en) == "1 file, 2 matters: no findings\n");
  CHECK(summary(r, Lang::zh) == "1 个文件，2 个事项：没有发现问题\n");
}

TEST_CASE("findings text: rules that are silent for one reason wrap without loose ends") {
  ValidateResult r;
  r.files = r.matters = 2262;
  for (const char* rule : {"limit-accept-long", "limit-delivery", "limit-steps-sum"}) {
    r.not_checked.push_back({rule, "the catalog's source never carries process and much beside it", 2262});
  }
  std::string out;
  write_summary(r, {Lang::en}, [&](std::string_view part) { out += part; });
  CHECK(out == R"(2262 files, 2262 matters: no findings
not checked:
  2262 matters: the catalog's source never carries process and much beside it:
    limit-accept-long limit-delivery limit-steps-sum
)");
}
