#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "doc/json_tree.h"
#include "exchange/mapping.h"
#include "exchange/tree.h"
#include "ops/export.h"
#include "ops/import.h"
#include "support/exchange.h"
#include "support/matter_generator.h"
#include "support/read_text.h"
#include "support/shared.h"
#include "support/shell.h"

using namespace matter;
using namespace matter::test;

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::unique_ptr<Mapping> mapping_of(std::string_view platform) {
  Sources sources;
  Collector findings(Lang::en);
  auto mapping = load_mapping(platform, sources, findings);
  REQUIRE(mapping != nullptr);
  return mapping;
}

/// Paths that are no part of the comparison: what the mapping says that it does not carry or cannot read back exactly.
std::set<std::string> not_compared(const Mapping& mapping) {
  std::set<std::string> paths = {"_unknown"};
  for (const std::string_view path : mapping.not_carried) paths.insert(to_text(*resolve_path(path)));
  for_each_column(mapping.tables, [&](const Column& column) {
    for (const FieldPath* const path : {&column.path, &column.otherwise, &column.read})
      if (column.lossy && path->count != 0) paths.insert(to_text(*path));
  });
  return paths;
}

/// Without the paths, and without what is empty then.
void leave_out(json& value, const std::string& path, const std::set<std::string>& gone) {
  if (value.is_array()) {
    for (json& item : value) leave_out(item, path + "[]", gone);
    value.erase(std::remove_if(value.begin(), value.end(), [](const json& item) { return item.empty(); }), value.end());
  } else if (value.is_object()) {
    for (auto at = value.begin(); at != value.end();) {
      const std::string inner = path.empty() ? at.key() : path + "." + at.key();
      if (!gone.contains(inner)) leave_out(at.value(), inner, gone);
      at = gone.contains(inner) || at.value().empty() ? value.erase(at) : std::next(at);
    }
  }
}

/// What codes say is not written twice, and a thing of which something is told is offered.
void take_out_what_follows(json& m) {
  const std::string code = m.value("code", "");
  if (code.empty() && m.contains("directory_code")) m.erase("basic_code");  // of an entry: its first twelve characters
  if (m.contains("agency") && m["agency"].is_object() && m["agency"].value("code", "") == code.substr(0, 18))
    m["agency"].erase("code");
  if (code.size() >= 31 && m.value("basic_code", "") == code.substr(19, 12)) m.erase("basic_code");
  const std::map<char, std::string> levels = {{'1', "国家级"}, {'2', "省级"},           {'3', "市级"},
                                              {'4', "县级"},   {'5', "镇(乡、街道)级"}, {'6', "村(社区)级"}};
  if (code.size() >= 31 && levels.contains(code[18]) && m.value("level", "") == levels.at(code[18])) m.erase("level");
  for (const std::string thing : {"mail", "booking", "kiosk"}) {
    if (m.contains("channels") && m["channels"].is_object() && m["channels"].contains(thing) &&
        m["channels"][thing].is_object() && m["channels"][thing].value("supported", "") == "是")
      m["channels"][thing].erase("supported");
  }
  // Only the list that the platform has elements for; others are told as losses.
  if (!m.contains("tongban") || !m["tongban"].is_array()) return;
  json& lists = m["tongban"];
  const auto other = [](const json& item) { return item.value("list", "") != "跨省通办"; };
  lists.erase(std::remove_if(lists.begin(), lists.end(), other), lists.end());
}

using Lost = std::map<std::string, std::set<std::string>>;  // by identity: paths

/// What losses.json says that did not arrive as it is, by matter.
Lost lost_in(const fs::path& out) {
  Lost lost;
  const json whole = json::parse(whole_file(out / "losses.json"));
  for (const json& loss : whole["losses"]) {
    if (loss["why"] == "no-place" || !loss.contains("matter")) continue;
    const std::string matter = loss["matter"];  // of an entry with its version
    lost[matter.substr(0, matter.find('@'))].insert(loss.value("field", ""));
  }
  return lost;
}

/// What `losses.json` calls a matter.
std::string identity_of(const json& m) {
  if (m.contains("bundle")) return m["bundle"].value("code", "");
  return m.value("handling_code", m.value("code", m.value("directory_code", m.value("basic_code", ""))));
}

struct Known {
  json matter;
  std::string identity;
};

/// The matters of a catalog as the json platform says them, by code or name, without what is not compared.
std::map<std::string, Known> matters_of(const fs::path& catalog, const fs::path& scratch,
                                        const std::set<std::string>& gone) {
  REQUIRE(export_to(catalog, "json", scratch).written);
  std::map<std::string, Known> found;
  for (const std::string name : {"matters.json", "matters.sample.json"}) {
    if (!fs::exists(scratch / name)) continue;
    json whole = json::parse(whole_file(scratch / name));
    for (json& m : whole["matters"]) {
      if (m.value("sample", "") == "否") m.erase("sample");
      Known one{m, identity_of(m)};
      take_out_what_follows(one.matter);
      leave_out(one.matter, {}, gone);
      std::string key = m.value("code", m.value("directory_code", m.value("basic_code", m.value("name", ""))));
      while (found.contains(key)) key += "#";
      found.emplace(std::move(key), std::move(one));
    }
  }
  return found;
}

/// import(export(x)) = x on the fields that the mapping carries, but for values that the export told as losses. Returns
/// how many values of fields were compared.
std::size_t check_both_ways(const fs::path& catalog, const std::string& platform) {
  CAPTURE(platform);
  const auto mapping = mapping_of(platform);
  const TemporaryFolder folder;
  const ExportResult out = export_to(catalog, platform, folder.path() / "out");
  REQUIRE(out.written);
  REQUIRE(out.exported != 0);
  const ImportResult back = import_from(folder.path() / "out", platform, folder.path() / "back");
  for (const Diagnostic& d : back.findings) FAIL_CHECK(d.message);
  for (const ImportRemark& remark : back.remarks) FAIL_CHECK(remark.note.column, " ", remark.note.value);
  REQUIRE(back.written);
  CHECK(back.records == out.exported);
  const std::set<std::string> gone = not_compared(*mapping);
  const Lost lost = lost_in(folder.path() / "out");
  const auto before = matters_of(catalog, folder.path() / "before", gone);
  const auto after = matters_of(folder.path() / "back", folder.path() / "after", gone);
  CHECK(after.size() == out.exported);
  std::size_t compared = 0;
  for (const auto& entry : after) {
    const std::string& code = entry.first;
    CAPTURE(code);
    compared += entry.second.matter.flatten().size();
    const auto was = before.find(code);
    if (was == before.end()) {
      FAIL_CHECK("a matter came back that was not there");
      continue;
    }
    json wanted = was->second.matter;
    json got = entry.second.matter;
    if (const auto told = lost.find(was->second.identity); told != lost.end()) {
      leave_out(wanted, {}, told->second);
      leave_out(got, {}, told->second);
    }
    if (wanted != got) FAIL_CHECK(json::diff(wanted, got).dump(), wanted.dump());
  }
  return compared;
}

std::vector<std::string> with_documents() {
  std::vector<std::string> found;
  for (const std::string_view platform : known_platforms()) {
    const auto mapping = mapping_of(platform);
    if (mapping->documents() && mapping->direction == Direction::both) found.emplace_back(platform);
  }
  return found;
}

bool of_standards(const std::string& platform) { return mapping_of(platform)->tables[0].standard; }

}  // namespace

TEST_CASE("documents: import(export(x)) = x for every mapping with a file for each matter, over the samples") {
  REQUIRE_FALSE(with_documents().empty());
  for (const std::string& platform : with_documents()) {
    const bool standards = of_standards(platform);
    CHECK(check_both_ways(in_repository(standards ? "catalogs/five-levels/province" : "catalogs/five-levels/city"),
                          platform) > 1000);
    if (!standards) static_cast<void>(check_both_ways(in_repository("catalogs/five-levels/street"), platform));
  }
}

TEST_CASE("documents: import(export(x)) = x for every mapping with a file for each matter, over generated matters") {
  const TemporaryFolder folder;
  write_file(folder.path() / "in/catalog.yaml", "format: 1\n");
  write_file(folder.path() / "standard/catalog.yaml", "format: 1\nrole: 标准化目录\n");
  Random random(20261124);
  MatterKind kind;
  for (int i = 0; i < 120; ++i) {
    kind.present = 10 + static_cast<unsigned>(random.below(80));
    json m = json::parse(json_of(read_text(write_yaml(random_matter(random, kind), random))->matter()));
    for (const std::string key : {"sample", "bundle", "handling_code", "publicity", "withheld"}) m.erase(key);
    m["code"] = "T" + std::to_string(i);
    json entry = m;
    entry.erase("code");
    entry["name"] = "示例条目" + std::to_string(i);  // without a name and a code it is no entry
    entry["directory_code"] = std::to_string(10000000000000 + i);
    write_file(folder.path() / ("standard/" + std::to_string(i) + ".yaml"), entry.dump());
    write_file(folder.path() / ("in/" + std::to_string(i) + ".yaml"), m.dump());
  }
  for (const std::string& platform : with_documents())
    CHECK(check_both_ways(folder.path() / (of_standards(platform) ? "standard" : "in"), platform) > 1000);
}

TEST_CASE("documents: the 2,262 published matters go to the hall's messages and back") {
  const auto shared = shared_data_or_say("the hall's messages of the published matters");
  if (!shared) return;
  const TemporaryFolder folder;
  const fs::path catalog = folder.path() / "catalog";
  REQUIRE(import_from(*shared / "data/guangdong_2021/policy.jsonl", "gd-hall-2021", catalog).written);
  CHECK(check_both_ways(catalog, "fujian-hall-xml") > 30'000);
}
