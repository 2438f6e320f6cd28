#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <set>

#include "doc/json_tree.h"
#include "exchange/mapping.h"
#include "exchange/tree.h"
#include "ops/export.h"
#include "ops/import.h"
#include "support/exchange.h"
#include "support/exchange_rows.h"
#include "support/matter_generator.h"
#include "support/read_text.h"
#include "support/shared.h"
#include "support/shell.h"

using namespace matter;
using namespace matter::test;

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// A path as it is without the marks of lists.
std::string without_lists(std::string path) {
  for (std::size_t at = path.find("[]"); at != std::string::npos; at = path.find("[]")) path.erase(at, 2);
  return path;
}

/// Paths that are no part of the comparison: what the mapping says that it does not carry or cannot read back exactly.
std::set<std::string> not_compared(const Mapping& mapping) {
  std::set<std::string> paths = {"_unknown"};
  for (const std::string_view path : mapping.not_carried) paths.insert(without_lists(to_text(*resolve_path(path))));
  for_each_column(mapping.tables, [&](const Column& column) {
    for (const FieldPath* const path : {&column.path, &column.otherwise, &column.read})
      if (column.lossy && path->count != 0) paths.insert(without_lists(to_text(*path)));
  });
  return paths;
}

/// Without the paths, and without what is empty then.
void leave_out(json& value, const std::string& path, const std::set<std::string>& gone) {
  if (value.is_array()) {
    for (json& item : value) leave_out(item, path, gone);
    value.erase(std::remove_if(value.begin(), value.end(), [](const json& item) { return item.empty(); }), value.end());
  } else if (value.is_object()) {
    for (auto at = value.begin(); at != value.end();) {
      const std::string inner = path.empty() ? at.key() : path + "." + at.key();
      if (!gone.contains(inner)) leave_out(at.value(), inner, gone);
      at = gone.contains(inner) || at.value().empty() ? value.erase(at) : std::next(at);
    }
  }
}

/// What codes say is not written twice.
void take_out_what_codes_say(json& m) {
  const std::string code = m.value("code", "");
  if (code.empty() && m.contains("directory_code")) m.erase("basic_code");  // of an entry: its first twelve characters
  if (m.contains("agency") && m["agency"].is_object() && m["agency"].value("code", "") == code.substr(0, 18))
    m["agency"].erase("code");
  if (code.size() >= 31 && m.value("basic_code", "") == code.substr(19, 12)) m.erase("basic_code");
  const std::map<char, std::string> levels = {{'1', "国家级"}, {'2', "省级"},           {'3', "市级"},
                                              {'4', "县级"},   {'5', "镇(乡、街道)级"}, {'6', "村(社区)级"}};
  if (code.size() >= 31 && levels.contains(code[18]) && m.value("level", "") == levels.at(code[18])) m.erase("level");
}

/// Nor that a thing of which something is told is offered.
void take_out_what_follows(json& m) {
  take_out_what_codes_say(m);
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

/// What losses.json says that did not arrive as it is, by matter; with what had no place, where asked for.
Lost lost_in(const fs::path& out, bool places) {
  Lost lost;
  const json whole = json::parse(whole_file(out / "losses.json"));
  for (const json& loss : whole["losses"]) {
    if ((!places && loss["why"] == "no-place") || !loss.contains("matter")) continue;
    const std::string matter = loss["matter"];  // of an entry with its version
    lost[matter.substr(0, matter.find('@'))].insert(without_lists(loss.value("field", "")));
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
  const Lost lost = lost_in(folder.path() / "out", false);
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

/// Of families: the paths of the columns that an import kept beside the fields, for it could not read them as one.
std::set<std::string> kept_beside(const json& m, const Mapping& mapping) {
  std::set<std::string> paths;
  if (!m.contains("extra") || !m["extra"].is_object()) return paths;
  for_each_column(mapping.tables, [&](const Column& column) {
    if (column.mapped() && m["extra"].contains(std::string(column.name)))
      paths.insert(without_lists(to_text(column.path)));
  });
  return paths;
}

/// The texts at a path, whatever lists it leads through.
void each_text(const json& value, std::string_view path, const std::function<void(const std::string&)>& visit) {
  if (value.is_array()) {
    for (const json& item : value) each_text(item, path, visit);
  } else if (path.empty()) {
    if (value.is_string()) visit(value);
  } else if (value.is_object()) {
    const std::string key(path.substr(0, path.find('.')));
    if (value.contains(key)) each_text(value[key], path.substr(std::min(path.size(), key.size() + 1)), visit);
  }
}

/// Nothing is escaped in a layout of others: a separator within a value cannot be told from one between two.
std::set<std::string> split_within(const json& m, const Mapping& mapping) {
  std::set<std::string> paths;
  for_each_column(mapping.tables, [&](const Column& column) {
    if (!column.mapped() || !column.join || column.join->empty()) return;
    const std::string path = without_lists(to_text(column.path));
    each_text(m, path, [&](const std::string& text) {
      if (text.find(*column.join) != std::string::npos) paths.insert(path);
    });
  });
  return paths;
}

/// The thing itself where it is told of a field of it, and the thing is 无 or not offered: that is the same.
void add_things(const json& m, std::set<std::string>& lost) {
  for (const std::string& path : std::set<std::string>(lost)) {
    for (std::size_t dot = path.find('.'); dot != std::string::npos; dot = path.find('.', dot + 1)) {
      each_text(m, path.substr(0, dot), [&](const std::string& text) {
        if (text == "无") lost.insert(path.substr(0, dot));
      });
    }
    for (const std::string flag : {".supported", ".available"}) {
      each_text(m, path, [&](const std::string& text) {
        if (path.ends_with(flag) && text == "否") lost.insert(path.substr(0, path.size() - flag.size()));
      });
    }
  }
}

/// `无` where a thing is not offered, which is how a layout of others says it.
void say_not_offered(json& m) {
  if (!m.contains("channels") || !m["channels"].is_object()) return;
  for (json& thing : m["channels"]) {
    if (thing.is_object() && (thing.value("supported", "") == "否" || thing.value("available", "") == "否"))
      thing = "无";
  }
}

/// The matters of a catalog by what losses.json calls them, which their codes follow from.
std::map<std::string, json> by_identity(const fs::path& catalog, const fs::path& scratch) {
  REQUIRE(export_to(catalog, "json", scratch).written);
  std::map<std::string, json> found;
  for (const std::string name : {"matters.json", "matters.sample.json"}) {
    if (!fs::exists(scratch / name)) continue;
    json whole = json::parse(whole_file(scratch / name));
    for (json& m : whole["matters"]) {
      const std::string identity = identity_of(m);
      if (m.value("sample", "") == "否") m.erase("sample");
      take_out_what_codes_say(m);
      REQUIRE_MESSAGE(found.emplace(identity, std::move(m)).second, identity);
    }
  }
  return found;
}

/// import(export(x)) = x but for what the export told as lost and the import as kept beside the fields. Returns how
/// many values of fields were compared.
std::size_t check_families(const fs::path& catalog, const std::string& platform) {
  CAPTURE(platform);
  const auto mapping = mapping_of(platform);
  const TemporaryFolder folder;
  const ExportResult out = export_to(catalog, platform, folder.path() / "out");
  REQUIRE(out.written);
  REQUIRE(import_from(folder.path() / "out", platform, folder.path() / "back").written);
  Lost lost = lost_in(folder.path() / "out", true);
  const auto before = by_identity(catalog, folder.path() / "before");
  const auto after = by_identity(folder.path() / "back", folder.path() / "after");
  CHECK(after.size() == out.exported);
  std::size_t compared = 0;
  for (const auto& entry : after) {
    const std::string& identity = entry.first;
    CAPTURE(identity);
    const auto was = before.find(identity);
    REQUIRE(was != before.end());
    std::set<std::string> gone = not_compared(*mapping);
    gone.insert({"code", "handling_code", "extra"});
    if (auto told = lost.find(identity); told != lost.end()) {
      add_things(was->second, told->second);
      gone.insert(told->second.begin(), told->second.end());
    }
    gone.merge(kept_beside(entry.second, *mapping));
    gone.merge(split_within(was->second, *mapping));
    json wanted = was->second;
    json got = entry.second;
    say_not_offered(wanted);
    say_not_offered(got);
    leave_out(wanted, {}, gone);
    leave_out(got, {}, gone);
    compared += got.flatten().size();
    if (wanted != got) FAIL_CHECK(json::diff(wanted, got).dump(), wanted.dump());
  }
  return compared;
}

bool of_standards(const std::string& platform) { return mapping_of(platform)->tables[0].standard; }

}  // namespace

TEST_CASE("documents: import(export(x)) = x for every mapping with a file for each matter, over the samples") {
  for (const std::string& platform : both_ways(Form::documents)) {
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
  for (const std::string& platform : both_ways(Form::documents))
    CHECK(check_both_ways(folder.path() / (of_standards(platform) ? "standard" : "in"), platform) > 1000);
}

TEST_CASE("families: import(export(x)) = x for every mapping with tables that belong together") {
  const TemporaryFolder folder;
  write_exchange_catalog(folder.path() / "x", 110);
  for (const std::string& platform : both_ways(Form::families)) {
    CHECK(check_families(in_repository("catalogs/five-levels/city"), platform) > 1000);
    CHECK(check_families(folder.path() / "x", platform) > 1000);
  }
}

TEST_CASE("documents: the 2,262 published matters go to the hall's messages and back") {
  const auto shared = shared_data_or_say("the hall's messages of the published matters");
  if (!shared) return;
  const TemporaryFolder folder;
  const fs::path catalog = folder.path() / "catalog";
  REQUIRE(import_from(*shared / "data/guangdong_2021/policy.jsonl", "gd-hall-2021", catalog).written);
  CHECK(check_both_ways(catalog, "fujian-hall-xml") > 30'000);
}
