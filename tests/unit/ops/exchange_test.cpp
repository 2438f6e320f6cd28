#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <set>

#include "ops/baseline.h"
#include "ops/export.h"
#include "ops/import.h"
#include "ops/validate.h"
#include "support/tree.h"

using namespace matter;
using matter::test::file_text;
using matter::test::Tree;

namespace {

namespace fs = std::filesystem;

constexpr std::string_view mapping =
    "format: 1\nplatform: t\nlabel: T\ndirection: import\nmedium: jsonl\nfile_name: \"{agency.name}/{code}\"\n"
    "not_carried: [fees]\ncatalog: {name: 示例, region: \"350200000000\"}\n"
    "tables:\n  - table: t\n    columns:\n      - {column: c, path: code}\n      - {column: n, path: name}\n"
    "      - {column: a, path: agency.name}\n      - {column: d, path: limits.legal}\n";

ImportResult import(const Tree& tree, std::string_view lines, bool keep_going = false, bool replace = false) {
  Sources sources;
  ImportOptions options;
  options.file = tree.add("in.jsonl", lines);
  options.from = tree.add("t.yaml", mapping);
  options.out = tree.path("out");
  options.keep_going = keep_going;
  options.replace = replace;
  return import_catalog(options, {}, sources);
}

ExportResult export_to(const Tree& tree, const std::string& what, const std::string& to, const std::string& out,
                       unsigned jobs = 1) {
  Sources sources;
  ExportOptions options;
  options.paths = {tree.path(what)};
  options.to = to;
  options.out = tree.path(out);
  RunOptions run;
  run.jobs = jobs;
  run.today = {2026, 2, 28};
  return export_catalog(options, run, sources);
}

}  // namespace

TEST_CASE("import: one file a matter and catalog.yaml") {
  const Tree tree;
  const ImportResult got = import(tree, "{\"c\":\"1\",\"n\":\"甲\",\"a\":\"局\",\"d\":\"三周\"}\n\n{\"n\":\"乙\"}\n");
  CHECK(got.written);
  CHECK(got.records == 2);
  CHECK(got.files == 2);
  CHECK(got.findings.empty());
  REQUIRE(got.remarks.size() == 1);
  CHECK(got.remarks[0].line == 1);
  CHECK(got.remarks[0].matter == "1");
  CHECK(file_text(tree.path("out/局/1.yaml")) == "name: 甲\ncode: \"1\"\nagency: {name: 局}\nlimits: {legal: 三周}\n");
  CHECK(file_text(tree.path("out/_/_.yaml")) == "name: 乙\n");
  CHECK(file_text(tree.path("out/catalog.yaml")) ==
        "format: 1\nname: 示例\nregion: \"350200000000\"\nimported_from: t\nnot_carried: [fees]\n");
}

TEST_CASE("import: a line that is no record stops everything, at its place") {
  const Tree tree;
  const ImportResult got = import(tree, "{\"c\":\"1\"}\n{\"c\":\"2\",}\n[1]\n");
  CHECK_FALSE(got.written);
  CHECK(got.refused == 2);
  REQUIRE(got.findings.size() == 2);
  CHECK(got.findings[0].rule == "yaml-syntax");
  CHECK(got.findings[0].at.span.begin == 19);
  CHECK(got.findings[1].rule == "field-type");
  CHECK_FALSE(fs::exists(tree.path("out")));
  const ImportResult forced = import(tree, "{\"c\":\"1\"}\n{\"c\":\"2\",}\n", true);
  CHECK(forced.written);
  CHECK(forced.files == 1);
  CHECK(forced.findings.size() == 1);
}

TEST_CASE("import: nothing to import is said, and makes no empty catalog") {
  const Tree tree;
  const ImportResult got = import(tree, "\n\n");
  CHECK_FALSE(got.written);
  CHECK(got.nothing());
  CHECK_FALSE(fs::exists(tree.path("out")));
}

TEST_CASE("import: a folder with something else in it is never touched") {
  const Tree tree;
  tree.add("out/letter.txt", "x");
  CHECK_FALSE(import(tree, "{\"c\":\"1\"}\n", false, true).written);
  CHECK(file_text(tree.path("out/letter.txt")) == "x");
  const Tree again;
  CHECK(import(again, "{\"c\":\"1\"}\n").written);
  CHECK_FALSE(import(again, "{\"c\":\"2\"}\n").written);
  CHECK(import(again, "{\"c\":\"2\"}\n", false, true).written);
  CHECK(fs::exists(again.path("out/_/2.yaml")));
  CHECK_FALSE(fs::exists(again.path("out/_/1.yaml")));
}

TEST_CASE("export: effective matters, the same bytes for any number of workers") {
  const Tree tree;
  tree.add("std/catalog.yaml", "format: 1\nrole: 标准化目录\n");
  tree.add("std/a.yaml", "basic_code: \"000199001000\"\nversion: 1\nname: 标准名\ntype: 行政许可\n");
  tree.add("city/catalog.yaml", "format: 1\nstandards: [../std]\nnot_carried: [basis]\n");
  for (int i = 0; i < 30; ++i) {
    tree.add("city/" + std::to_string(i) + ".yaml",
             "code: \"local" + std::to_string(i) + "\"\nstandard: \"000199001000@1\"\n");
  }
  const ExportResult one = export_to(tree, "city", "national-exchange", "one");
  const ExportResult many = export_to(tree, "city", "national-exchange", "many", 4);
  REQUIRE(one.written);
  CHECK(one.exported == 30);
  for (const auto& entry : fs::directory_iterator(tree.path("one"))) {
    CHECK(file_text(entry.path()) == file_text(tree.path("many") + "/" + entry.path().filename().string()));
  }
  CHECK(file_text(tree.path("one/up_task_general_basic.csv")).find("标准名") != std::string::npos);
  CHECK(one.losses.count(LossReason::not_carried) == 30);
  const std::string losses = file_text(tree.path("one/losses.json"));
  CHECK(losses.find(R"({"matter":"local0","file":")") != std::string::npos);
}

TEST_CASE("export: files that cannot be understood stop it, unless told otherwise") {
  const Tree tree;
  tree.add("c/good.yaml", "name: 甲\ncode: x\n");
  tree.add("c/bad.yaml", "name: \"甲\ncode: x\n");
  const ExportResult got = export_to(tree, "c", "json", "out");
  CHECK_FALSE(got.written);
  CHECK_FALSE(got.findings.empty());
  CHECK_FALSE(fs::exists(tree.path("out")));
}

TEST_CASE("export: matters that could not be read whole are exported with --keep-going only, and marked") {
  const Tree tree;
  tree.add("std/catalog.yaml", "format: 1\nrole: 标准化目录\n");
  tree.add("std/a.yaml", "basic_code: \"000199001000\"\nversion: 1\nname: \"标准\n");
  tree.add("c/catalog.yaml", "format: 1\nstandards: [../std]\n");
  tree.add("c/1-bad.yaml", "code: bad\nname: \"甲\n");
  tree.add("c/2-bound.yaml", "code: bound\nstandard: \"000199001000@1\"\n");
  tree.add("c/3-lost.yaml", "code: lost\nstandard: \"000199009000@1\"\n");
  tree.add("c/4-good.yaml", "code: good\nname: 乙\n");
  CHECK_FALSE(export_to(tree, "c", "json", "out").written);
  Sources sources;
  ExportOptions options;
  options.paths = {tree.path("c")};
  options.to = "json";
  options.out = tree.path("out");
  options.keep_going = true;
  const ExportResult got = export_catalog(options, {}, sources);
  REQUIRE(got.written);
  CHECK(got.exported == 4);
  CHECK(got.incomplete == 3);
  CHECK(got.losses.count(LossReason::incomplete) == 3);
  const std::string losses = file_text(tree.path("out/losses.json"));
  for (const char* code : {"bad", "bound", "lost"}) {
    CAPTURE(code);
    const std::size_t at = losses.find(std::string(R"({"matter":")") + code + '"');
    REQUIRE(at != std::string::npos);
    CHECK(losses.substr(at, losses.find('}', at) - at).find(R"("why":"incomplete")") != std::string::npos);
  }
  CHECK(losses.find(R"("matter":"good")") == std::string::npos);
  CHECK(file_text(tree.path("out/manifest.json")).find("\"incomplete\": 3") != std::string::npos);
}

TEST_CASE("import: json of one catalog comes back with its catalog.yaml, json of several is refused") {
  const Tree tree;
  const std::string config = "format: 1\nname: 示例\nnot_carried: [fees]\n";
  tree.add("a/catalog.yaml", config);
  tree.add("a/x.yaml", "name: 甲\ncode: x\n");
  tree.add("b/catalog.yaml", config);
  tree.add("b/y.yaml", "name: 乙\ncode: y\n");
  REQUIRE(export_to(tree, "a", "json", "one").written);
  Sources sources;
  CHECK(import_catalog({tree.path("one/matters.json"), "json", tree.path("back")}, {}, sources).written);
  CHECK(file_text(tree.path("back/catalog.yaml")) == config);
  CHECK(file_text(tree.path("back/_/x-甲.yaml")) == "name: 甲\ncode: x\n");
  REQUIRE(export_to(tree, "", "json", "two").written);
  const ImportResult two = import_catalog({tree.path("two/matters.json"), "json", tree.path("never")}, {}, sources);
  CHECK_FALSE(two.written);
  CHECK(two.findings.size() == 1);
  CHECK_FALSE(fs::exists(tree.path("never")));
}

TEST_CASE("export: the manifest names every file with its rows and hash, and no time of day") {
  const Tree tree;
  tree.add("c/a.yaml", "name: 甲\ncode: x\nsample: true\n");
  const ExportResult got = export_to(tree, "c", "json", "out");
  REQUIRE(got.written);
  REQUIRE(got.files.size() == 1);
  CHECK(got.files[0].name == "matters.sample.json");
  const std::string manifest = file_text(tree.path("out/manifest.json"));
  CHECK(manifest.find("\"date\": \"2026-02-28\"") != std::string::npos);
  CHECK(manifest.find("\"samples_only\": true") != std::string::npos);
  CHECK(manifest.find(got.files[0].hash) != std::string::npos);
  CHECK(file_text(tree.path("out/matters.sample.json")) ==
        "{\"schema\":\"matter.matters/"
        "1\",\"sample\":true,\"matters\":[\n{\"sample\":\"是\",\"name\":\"甲\",\"code\":\"x\"}\n],\"catalogs\":[]}\n");
}

TEST_CASE("export: an import-only platform is refused, an unknown one too") {
  const Tree tree;
  tree.add("c/a.yaml", "name: 甲\n");
  CHECK_FALSE(export_to(tree, "c", "gd-hall-2021", "out").written);
  CHECK_FALSE(export_to(tree, "c", "nowhere", "out").written);
}

namespace {

ExportBatch batch_of(const Tree& tree, const std::string& to, const std::function<void(ExportOptions&)>& set = {}) {
  Sources sources;
  ExportOptions options;
  options.paths = {tree.path("c")};
  options.to = to;
  options.out = tree.path("out");
  if (set) set(options);
  RunOptions run;
  run.today = {2026, 2, 28};
  return export_batch(options, run, sources);
}

const std::function<void(ExportOptions&)> refuse = [](ExportOptions& options) { options.refuse_invalid = true; };

}  // namespace

TEST_CASE("export: several platforms have a folder each, with the bytes of an export of its own") {
  const Tree tree;
  tree.add("c/a.yaml", "name: 甲\ncode: x\nmaterials: [申请表]\n");
  const ExportBatch all = batch_of(tree, "json,csv");
  REQUIRE(all.written);
  REQUIRE(all.platforms.size() == 2);
  CHECK(all.platforms[1].platform == "csv");
  CHECK(all.platforms[1].out == tree.path("out/csv"));
  REQUIRE(export_to(tree, "c", "csv", "alone").written);
  for (const auto& entry : fs::directory_iterator(tree.path("alone"))) {
    CHECK(file_text(entry.path()) == file_text(tree.path("out/csv/" + entry.path().filename().string())));
  }
  const std::string manifest = file_text(tree.path("out/manifest.json"));
  CHECK(manifest.find("\"schema\": \"matter.exports/1\"") != std::string::npos);
  CHECK(manifest.find(all.platforms[0].manifest_hash) != std::string::npos);
}

TEST_CASE("export: without --to it goes where catalog.yaml says, files of mappings from its folder on") {
  const Tree tree;
  tree.add("c/catalog.yaml", "format: 1\nplatforms: [json, ../maps/m.yaml]\n");
  tree.add("maps/m.yaml",
           "format: 1\nplatform: m\nlabel: M\nmedium: csv\ntables:\n  - {table: t, columns: [{column: N, path: "
           "name}]}\n");
  tree.add("c/a.yaml", "name: 甲\ncode: x\n");
  const ExportBatch all = batch_of(tree, "");
  REQUIRE(all.written);
  CHECK(file_text(tree.path("out/m/t.csv")) == "N\r\n甲\r\n");
  CHECK(fs::exists(tree.path("out/json/matters.json")));
}

TEST_CASE("export: without --to and without platforms in catalog.yaml, and a platform twice, is refused") {
  const Tree tree;
  tree.add("c/catalog.yaml", "format: 1\n");
  tree.add("c/a.yaml", "name: 甲\ncode: x\n");
  const ExportBatch none = batch_of(tree, "");
  CHECK(none.failed());
  REQUIRE(none.findings.size() == 1);
  CHECK(none.findings[0].hint.find("catalog.yaml") != std::string::npos);
  CHECK(batch_of(tree, "json,json").failed());
  CHECK(batch_of(tree, "json,nowhere").failed());
  CHECK_FALSE(fs::exists(tree.path("out")));
}

TEST_CASE("export: matters with errors are refused and named, or counted; drafts that stay at home are free") {
  const Tree tree;
  tree.add("c/a.yaml", "name: 甲\ncode: x\ntype: 行政许可\nlimits: {legal: 5 工作日, promised: 9 工作日}\n");
  const ExportBatch refused = batch_of(tree, "csv", refuse);
  CHECK(refused.refused == ExportRefusal::invalid);
  CHECK_FALSE(refused.written);
  CHECK(refused.invalid == 1);
  CHECK_FALSE(fs::exists(tree.path("out")));
  const bool named = std::any_of(refused.blocking.begin(), refused.blocking.end(), [](const Diagnostic& d) {
    return d.rule == "limit-promised-over-legal" && d.matter == "x";
  });
  CHECK(named);
  const ExportBatch all_the_same = batch_of(tree, "csv");
  CHECK(all_the_same.written);
  CHECK(all_the_same.blocking.size() == refused.blocking.size());
  CHECK(file_text(tree.path("out/manifest.json")).find("\"invalid\": 1") != std::string::npos);
  const Tree drafts;
  drafts.add("c/a.yaml", "name: 甲\ncode: x\nstatus: 草稿\ntype: 行政许可\n");
  const ExportBatch home = batch_of(drafts, "minzhengtong", refuse);
  CHECK(home.refused == ExportRefusal::none);
  CHECK(home.blocking.empty());
  CHECK(home.platforms[0].left_out_matters() == 1);
}

TEST_CASE("export: what a baseline knows, and what a comment suppresses, blocks nothing") {
  const Tree tree;
  tree.add("c/a.yaml", "name: 甲\ncode: x\n");
  const ExportBatch refused = batch_of(tree, "csv", refuse);
  REQUIRE(refused.refused == ExportRefusal::invalid);
  std::string comment = "# matter: ignore ";
  std::set<std::string_view> rules;
  for (const Diagnostic& d : refused.blocking) rules.insert(d.rule);
  for (const std::string_view rule : rules) comment.append(comment.back() == ' ' ? "" : ", ").append(rule);
  const Tree hushed;
  hushed.add("c/a.yaml", comment + " 试运行\nname: 甲\ncode: x\n");
  CHECK(batch_of(hushed, "csv", refuse).blocking.empty());
  Sources sources;
  ValidateResult found = validate({tree.path("c")}, {}, sources);
  const BaselineUse use =
      use_baseline({tree.path("known.tsv"), true, true}, {tree.path("c")}, sources, Lang::en, found);
  tree.add("known.tsv", use.text);
  const ExportBatch known = batch_of(tree, "csv", [&](ExportOptions& options) {
    options.refuse_invalid = true;
    options.baseline = tree.path("known.tsv");
  });
  CHECK(known.blocking.empty());
  CHECK(known.written);
}

TEST_CASE("export: strict takes no loss, a dry run tells and writes nothing") {
  const Tree tree;
  tree.add("c/a.yaml", "name: 甲\ncode: x\nextra: {a: b}\n");
  const auto strict = [](ExportOptions& options) { options.strict = true; };
  const auto dry = [](ExportOptions& options) { options.dry_run = true; };
  const ExportBatch lossy = batch_of(tree, "csv", strict);
  CHECK(lossy.refused == ExportRefusal::lossy);
  CHECK(lossy.platforms[0].losses.count(LossReason::no_place) == 1);
  CHECK_FALSE(fs::exists(tree.path("out")));
  const ExportBatch told = batch_of(tree, "csv", dry);
  CHECK_FALSE(told.failed());
  CHECK_FALSE(told.written);
  CHECK_FALSE(fs::exists(tree.path("out")));
  CHECK(batch_of(tree, "json", strict).written);
  const ExportBatch taken = batch_of(tree, "csv", dry);
  CHECK(taken.failed());
  CHECK(taken.findings.size() == 1);
  REQUIRE_FALSE(told.platforms[0].files.empty());
  CHECK(told.platforms[0].files[0].hash ==
        batch_of(tree, "csv", [](ExportOptions& options) { options.replace = true; }).platforms[0].files[0].hash);
}

TEST_CASE("export: what nobody understood may be withheld, and goes into no public JSON") {
  const Tree tree;
  const std::string model =
      "format: 1\nplatform: m\nlabel: M\nmedium: json\naudience: public\ncontent: model\nfile_name: \"{name}\"\n";
  tree.add(
      "c/a.yaml",
      "name: 甲\ncode: a\ntype: 行政许可\ncontacts: {consult: 机密一, inner: 机密二}\ncontacts: {consult: 机密三}\n"
      "own: 机密四\nlimits: [机密五]\nmaterials:\n  - {name: 机密六, inner: 机密七}\nwithheld: [contacts, "
      "limits.legal, materials]\n");
  tree.add("c/b.yaml", "机密八\n");
  const auto all_of = [&](const std::string& audience) {
    std::string whole = model;
    whole.replace(whole.find("public"), 6, audience);
    Sources sources;
    ExportOptions options;
    options.paths = {tree.path("c")};
    options.to = tree.add("m.yaml", whole);
    options.out = tree.path(audience);
    options.keep_going = true;
    CHECK(export_catalog(options, {}, sources).written);
    return file_text(tree.path(audience + "/matters.json"));
  };
  CHECK(all_of("internal").find("机密") != std::string::npos);
  CHECK(all_of("public").find("机密") == std::string::npos);
  CHECK(file_text(tree.path("public/losses.json")).find("\"field\":\"own\",\"why\":\"withheld\"") != std::string::npos);
}

TEST_CASE(
    "export: losses.json of a public platform names neither matters that are withheld nor items of fields that are") {
  const Tree tree;
  tree.add("c/机密甲.yaml", "name: 机密乙\ncode: SECRET\ntype: 行政许可\npublicity: 涉密\n");
  tree.add("c/wrong.yaml", "name: 机密丙\ncode: SECRET2\ntype: 行政许可\npublicity: 绝密\n");
  tree.add("c/open.yaml",
           "name: 甲\ncode: a\ntype: 行政许可\nwithheld: [materials]\nmaterials: [{name: \"a]机密丁[\", 页数: 三}]\n");
  for (const std::string to : {"minzhengtong", "guide"}) {
    CAPTURE(to);
    const ExportResult got = export_to(tree, "c", to, to);
    REQUIRE(got.written);
    CHECK(got.withheld == 2);
    const std::string losses = file_text(tree.path(to + "/losses.json"));
    CHECK(losses.find("机密") == std::string::npos);
    CHECK(losses.find("SECRET") == std::string::npos);
    CHECK(losses.find("wrong.yaml") == std::string::npos);
    CHECK(losses.find(R"({"field":"publicity","why":"withheld"})") != std::string::npos);
    CHECK(losses.find(R"("field":"materials[].页数","why":"no-place")") != std::string::npos);
  }
}
