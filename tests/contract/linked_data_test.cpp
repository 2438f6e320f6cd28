#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>

#include "ops/export.h"
#include "ops/import.h"
#include "support/exchange.h"
#include "support/judges.h"
#include "support/read_text.h"
#include "support/shared.h"
#include "support/shell.h"

using namespace matter;
using namespace matter::test;

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// The samples, and the published matters where they are at hand: as folders of matters.
std::vector<fs::path> catalogs(const fs::path& scratch, const std::string& test) {
  std::vector<fs::path> found = {in_repository("catalogs/five-levels")};
  const auto shared = shared_data_or_say(test);
  if (!shared) return found;
  Sources sources;
  const std::string source = (*shared / "data/guangdong_2021/policy.jsonl").string();
  REQUIRE(import_catalog({source, "gd-hall-2021", (scratch / "published").string()}, {}, sources).written);
  found.push_back(scratch / "published");
  return found;
}

fs::path graph_file(const fs::path& out) {
  const fs::path real = out / "services.jsonld";
  return fs::exists(real) ? real : out / "services.sample.jsonld";
}

/// What the judge says; the last line is how much it judged.
std::vector<std::string> judged(const std::string& by, const fs::path& rules, const fs::path& file) {
  const ShellResult said = run_judge("linked_data.mjs", {by, rules.string(), file.string()});
  CAPTURE(said.err);
  std::vector<std::string> lines = lines_of(said.out);
  REQUIRE_FALSE(lines.empty());
  REQUIRE(lines.back().starts_with("judged "));
  CHECK((said.exit == 0) == (lines.size() == 1));
  return lines;
}

std::size_t triples(const std::vector<std::string>& lines) { return std::stoul(lines.back().substr(7)); }

void check_judged(const std::string& platform, const std::string& by, const std::string& rules) {
  const std::string test = "linked data: " + platform;
  const auto shared = shared_data_or_say(test);
  if (!shared || !judges_or_say(test)) return;
  const TemporaryFolder folder;
  for (const fs::path& catalog : catalogs(folder.path(), test)) {
    CAPTURE(catalog.string());
    const fs::path out = folder.path() / (catalog.filename().string() + "-out");
    const ExportResult result = export_to(catalog, platform, out);
    REQUIRE(result.written);
    const auto lines = judged(by, *shared / rules, graph_file(out));
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) FAIL_CHECK(lines[i]);
    CHECK(triples(lines) > 40 * (result.files.empty() ? 0 : result.files[0].rows));
  }
}

/// The file with one text in it replaced, which the judge must see.
void check_sees(const std::string& platform, const std::string& by, const std::string& rules, const std::string& from,
                const std::string& to, const std::string& complaint) {
  const auto shared = shared_data_or_say("linked data: a judge that sees");
  if (!shared || !judges_or_say("linked data: a judge that sees")) return;
  const TemporaryFolder folder;
  REQUIRE(export_to(in_repository("catalogs/five-levels/village"), platform, folder.path() / "out").written);
  std::string text = whole_file(folder.path() / "out/services.sample.jsonld");
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  write_file(folder.path() / "bad.jsonld", text.replace(at, from.size(), to));
  const auto lines = judged(by, *shared / rules, folder.path() / "bad.jsonld");
  CAPTURE(lines[0]);
  CHECK(lines.size() > 1);
  CHECK(lines[0].find(complaint) != std::string::npos);
}

const std::string shapes = "data/cpsv-ap/cpsv-ap-SHACL.ttl";
const std::string terms = "data/schemaorg/schemaorg30_properties_for_service_types.csv";

/// Amount and unit of a limit as the catalog writes it: `20 工作日`; 当场 and 无 have no amount.
std::string limit_text(const json& limit) {
  static const std::map<std::string, std::string> units = {
      {"matter:unitWorkingDay", " 工作日"}, {"time:unitDay", " 自然日"}, {"time:unitWeek", " 周"},
      {"time:unitMonth", " 个月"},          {"time:unitYear", " 年"},    {"matter:unitOnTheSpot", "当场"}};
  if (!limit.contains("unitType")) return limit["description"][0];
  const std::string unit = units.at(limit["unitType"]);
  return unit == "当场" ? unit : limit["numericDuration"].get<std::string>() + unit;
}

/// What stands behind the mapping's base in an id.
std::string last_part(const std::string& id) { return id.substr(id.rfind('/') + 1); }

/// The limits of all matters as the json platform says them, by code.
std::map<std::string, json> limits_of(const fs::path& out) {
  std::map<std::string, json> found;
  for (const std::string name : {"matters.json", "matters.sample.json"}) {
    if (!fs::exists(out / name)) continue;
    const json whole = json::parse(whole_file(out / name));
    for (const json& m : whole["matters"]) {
      const std::string code = m.contains("bundle") ? m["bundle"].value("code", "") : m.value("code", "");
      if (!code.empty() && m.contains("limits")) found[code] = m["limits"];
    }
  }
  return found;
}

}  // namespace

TEST_CASE("linked data: cpsv-ap breaks none of the official shapes, over the samples and the published matters") {
  check_judged("cpsv-ap", "shapes", shapes);
}

TEST_CASE("linked data: schema-org has legal types, properties and values only, over both") {
  check_judged("schema-org", "terms", terms);
}

TEST_CASE("linked data: the judges see what breaks a shape, a term, a type and the file's own words") {
  check_sees("cpsv-ap", "shapes", shapes, R"("@type":"PublicOrganization",)", "", "ClassConstraintComponent");
  check_sees("cpsv-ap", "shapes", shapes, R"("processingTime":"PT0S")", R"("processingTime":"20 工作日")",
             "DatatypeConstraintComponent");
  check_sees("cpsv-ap", "shapes", shapes, R"(],"title":)", R"(],"prefLabel":)", "MinCountConstraintComponent");
  check_sees("cpsv-ap", "shapes", shapes, R"("title":)", R"("heading":)", "Dropping property");
  check_sees("schema-org", "terms", terms, R"("@vocab":"https://schema.org/")", R"("@import":"https://schema.org")",
             "asks the network");
  check_sees("schema-org", "terms", terms, R"("@type":"GovernmentService","disambig)",
             R"("@type":"GovernmentService","processingTime":"P1D","disambig)",
             "GovernmentService has no processingTime");
  check_sees("schema-org", "terms", terms, R"("@type":"GovernmentOrganization")", R"("@type":"Audience")",
             "serviceOperator is no Audience");
}

TEST_CASE("linked data: every limit can be read again, in working days or not") {
  const TemporaryFolder folder;
  for (const fs::path& catalog : catalogs(folder.path(), "linked data: limits of the published matters")) {
    const fs::path out = folder.path() / (catalog.filename().string() + "-out");
    REQUIRE(export_to(catalog, "cpsv-ap", out / "cpsv").written);
    REQUIRE(export_to(catalog, "schema-org", out / "schema").written);
    REQUIRE(export_to(catalog, "json", out / "json").written);
    const auto limits = limits_of(out / "json");
    const json cpsv = json::parse(whole_file(graph_file(out / "cpsv")))["@graph"];
    const json schema = json::parse(whole_file(graph_file(out / "schema")))["@graph"];
    std::map<std::string, const json*> guides;  // schema-org takes no matter that is cancelled
    for (const json& service : schema) guides.emplace(last_part(service["@id"]), &service);
    REQUIRE(guides.size() == schema.size());
    std::size_t working_days = 0;
    std::size_t cancelled = 0;
    for (std::size_t i = 0; i < cpsv.size(); ++i) {
      if (!cpsv[i].contains("code")) continue;
      const std::string code = cpsv[i]["code"][0];
      CAPTURE(code);
      if (!limits.contains(code)) {
        CHECK_FALSE(cpsv[i].contains("processingTime"));
        continue;
      }
      const json& written = limits.at(code);
      const auto guide = guides.find(last_part(cpsv[i]["@id"]));
      if (guide == guides.end()) ++cancelled;
      const std::string channel = guide == guides.end() ? "" : (*guide->second)["availableChannel"][0].dump();
      for (const std::string kind : {"promised", "legal"}) {
        CHECK(written.contains(kind) == cpsv[i].contains(kind + "Limit"));
        if (!written.contains(kind)) continue;
        CHECK(limit_text(cpsv[i][kind + "Limit"]) == written[kind]);
        if (written[kind].get<std::string>().ends_with(" 工作日")) ++working_days;
        const std::string label = kind == "legal" ? "法定办结时限：" : "承诺办结时限：";
        if (guide == guides.end()) continue;
        CHECK(channel.find(label + written[kind].get<std::string>()) != std::string::npos);
      }
    }
    CHECK(working_days > 100);
    CHECK(cpsv.size() - schema.size() == cancelled);
  }
}

TEST_CASE("linked data: secret and unpublished matters stay at home, the same catalog gives the same bytes") {
  const TemporaryFolder folder;
  for (const std::string platform : {"cpsv-ap", "schema-org"}) {
    const ExportResult inner = export_to(in_repository("catalogs/internal"), platform, folder.path() / platform / "in");
    REQUIRE(inner.written);
    CHECK(inner.withheld + inner.left_out_matters() == 2);  // one is a draft that no platform takes
    CHECK(inner.withheld == 1);
    CHECK(inner.exported == 0);
    const fs::path city = in_repository("catalogs/five-levels/city");
    const fs::path first = folder.path() / platform / "first";
    const fs::path second = folder.path() / platform / "second";
    REQUIRE(export_to(city, platform, first).written);
    REQUIRE(export_to(city, platform, second).written);
    CHECK_FALSE(fs::exists(first / "services.jsonld"));
    for (const std::string name : {"services.sample.jsonld", "losses.json", "manifest.json"})
      CHECK(whole_file(first / name) == whole_file(second / name));
    const json whole = json::parse(whole_file(first / "services.sample.jsonld"));
    for (const json& service : whole["@graph"]) {
      CHECK((service.value("sample", "") == "true" ||
             service.value("disambiguatingDescription", "") == "样例，非正式文本"));
    }
  }
}
