#include "report/findings_json.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "doc/encoding.h"

using namespace matter;

namespace {

std::string json_of(const ValidateResult& r, const Sources& sources) {
  std::string out;
  write_findings_json(r, sources, [&](std::string_view part) { out += part; });
  return out;
}

}  // namespace

TEST_CASE("findings json: the whole record, in its order") {
  Sources sources;
  const SourceId id = sources.add_text(SourceKind::memory, "a.yaml", "name: 许可\nlimits: {legal: 五天}\n");
  Diagnostic d;
  d.rule = "field-value";
  d.at = {id, {30, 36}};
  d.message = "“五天”看不懂";
  d.matter = "11350200000000000Y3000199001000";
  d.field = "limits.legal";
  d.subject = "五天";
  d.hint = "如 5 工作日";
  d.notes = {{"名称", {id, {6, 12}}}, {"GB/T 39554.2", {}}};
  d.fix = Fix{"改为 5 工作日", {{{id, {30, 36}}, "5 工作日"}}, true};
  ValidateResult r;
  r.files = r.matters = r.errors = 1;
  r.not_checked = {{"file", "略过", 2}};
  r.findings = {d};
  CHECK(json_of(r, sources) == R"({
  "schema": "matter.findings/1",
  "summary": {
    "files": 1,
    "matters": 1,
    "errors": 1,
    "warnings": 0,
    "infos": 0,
    "fixable": 0,
    "unsafe_fixable": 0,
    "suppressed": 0,
    "baselined": 0,
    "not_checked": [
      {
        "what": "file",
        "reason": "略过",
        "count": 2
      }
    ]
  },
  "findings": [
    {
      "rule": "field-value",
      "severity": "error",
      "file": "a.yaml",
      "line": 2,
      "column": 18,
      "end_line": 2,
      "end_column": 20,
      "matter": "11350200000000000Y3000199001000",
      "field": "limits.legal",
      "message": "“五天”看不懂",
      "notes": [
        {
          "message": "名称",
          "file": "a.yaml",
          "line": 1,
          "column": 7
        },
        {
          "message": "GB/T 39554.2"
        }
      ],
      "hint": "如 5 工作日",
      "fix": {
        "what": "改为 5 工作日",
        "safe": true,
        "edits": [
          {
            "file": "a.yaml",
            "line": 2,
            "column": 18,
            "end_line": 2,
            "end_column": 20,
            "text": "5 工作日"
          }
        ]
      },
      "fingerprint": ")" + fingerprint(d, "a.yaml") +
                                   R"("
    }
  ]
}
)");
}

TEST_CASE("findings json: valid whatever bytes a catalog holds") {
  Sources sources;
  const SourceId id = sources.add_text(SourceKind::memory, "a\xff.yaml", std::string("\xff\0\x01 x", 5));
  Diagnostic d;
  d.rule = "yaml-encoding";
  d.at = {id, {0, 900}};
  d.message = std::string("\xc3(\0\"\\\n", 6);
  ValidateResult r;
  r.findings.assign(2000, d);  // more than one piece
  std::size_t pieces = 0;
  std::string out;
  write_findings_json(r, sources, [&](std::string_view part) {
    ++pieces;
    out += part;
  });
  CHECK(pieces > 1);
  const auto json = nlohmann::json::parse(out);
  CHECK(json["findings"].size() == 2000);
  CHECK(json["findings"][0]["file"] == "a\xEF\xBF\xBD.yaml");
}

TEST_CASE("findings json: no place, no line") {
  Sources sources;
  Diagnostic nowhere;
  nowhere.rule = "field-missing";
  Diagnostic gone = nowhere;
  gone.at = {sources.add_file("/nowhere/at/all.yaml"), {0, 1}};
  ValidateResult r;
  r.findings = {nowhere, gone};
  const auto json = nlohmann::json::parse(json_of(r, sources));
  CHECK_FALSE(json["findings"][0].contains("file"));
  CHECK(json["findings"][1]["file"] == "/nowhere/at/all.yaml");
  CHECK_FALSE(json["findings"][1].contains("line"));
}

TEST_CASE("findings json: the conversion of a file is told from edits") {
  Sources sources;
  const SourceId id = sources.add_text(SourceKind::memory, "a.yaml", "name: \xB9\xAB\xB9\xB2\n");
  Collector findings(Lang::en);
  say_converted(sources, id, findings);
  REQUIRE(findings.found().size() == 1);
  const Diagnostic& d = findings.found()[0];
  CHECK(slice(*sources.text(id), d.at.span) == "公");
  REQUIRE(d.fix.has_value());
  CHECK(d.fix->converts());
  ValidateResult r;
  r.findings = {d};
  const auto fix = nlohmann::json::parse(json_of(r, sources))["findings"][0]["fix"];
  CHECK(fix["convert"] == nlohmann::json({{"from", "GB18030"}, {"to", "UTF-8"}}));
  CHECK(fix["edits"].empty());
  CHECK(fix["safe"] == true);
}
