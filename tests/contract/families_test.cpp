// National exchange: tables that belong together, sent by the platform, come back as matters.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "ops/export_sink.h"
#include "ops/import.h"
#include "ops/load.h"
#include "support/exchange.h"
#include "support/exchange_rows.h"
#include "support/postgres_server.h"
#include "support/repository.h"
#include "support/shared.h"
#include "support/shell.h"

using namespace matter;
using namespace matter::test;

namespace {

namespace fs = std::filesystem;

constexpr std::string_view platform = "national-exchange";

ImportResult import_from(const std::string& what, const fs::path& out, const std::string& schema = {}) {
  Sources sources;
  ImportOptions options;
  options.file = what;
  options.schema = schema;
  options.from = platform;
  options.out = out.string();
  RunOptions run;
  run.today = {2026, 1, 31};
  return import_catalog(options, run, sources);
}

std::string said(const ImportResult& result) {
  std::string all;
  for (const Diagnostic& d : result.findings) all += d.message + "\n";
  return all;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

struct Exchange {
  Sources sources;
  Collector findings{Lang::en};
  std::unique_ptr<Mapping> mapping = load_mapping(platform, sources, findings);
};

/// The rows of all tables of matters, in order, without ids of rows: what an import can bring back word for word.
std::map<std::string, TableRows> rows_in(const fs::path& folder, bool sample) {
  const Exchange exchange;
  std::map<std::string, TableRows> all;
  for (const MappedTable& table : exchange.mapping->tables) {
    if (table.standard) continue;
    const fs::path file = folder / (std::string(table.name) + (sample ? ".sample.csv" : ".csv"));
    if (fs::exists(file)) all[std::string(table.name)] = rows_of_csv(file_text(file), true);
  }
  return all;
}

/// A column whose text cannot say all of its fields: an import need not make the same again.
bool comes_back(const Column& column) { return !column.lossy || column.read.count != 0; }

std::size_t place_of(const MappedTable& table, const Column* column) {
  return static_cast<std::size_t>(column - table.columns.data());
}

/// Cells that are not the same again are those that the import says it kept beside the fields, or did not understand.
void check_same_rows(const fs::path& before, const fs::path& after, bool sample, const ImportResult& in) {
  const Exchange exchange;
  const auto wanted = rows_in(before, sample);
  const auto got = rows_in(after, sample);
  for (const MappedTable& table : exchange.mapping->tables) {
    if (table.standard) continue;
    const std::string name(table.name);
    CAPTURE(name);
    std::map<std::string, std::size_t> others;
    REQUIRE(wanted.count(name) == got.count(name));
    if (wanted.count(name) == 0) continue;
    REQUIRE(wanted.at(name).size() == got.at(name).size());
    // Ids of rows are made of what items are known by, which not every table carries: they are their places.
    const auto id_of = [&](const std::vector<std::string>& row) {
      std::string id = row[place_of(table, key_column(*exchange.mapping, table))];
      if (const Column* const order = table.column_of(FunctionId::order)) id += "/" + row[place_of(table, order)];
      return id;
    };
    std::map<std::string, std::vector<std::string>> by_id;
    for (const auto& row : got.at(name)) by_id[id_of(row)] = row;
    for (const auto& row : wanted.at(name)) {
      const auto& again = by_id[id_of(row)];
      REQUIRE_MESSAGE(again.size() == row.size(), id_of(row));
      for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (!comes_back(table.columns[i]) || table.columns[i].is(FunctionId::row_id)) continue;
        if (table.columns[i].lossy && row[i].empty()) continue;  // may be said now: 无 where it was 不提供
        const auto unit = table.columns[i].unit_column;
        if (unit && row[*unit].empty()) continue;  // no code for the unit: the number alone is no limit
        if (again[i] != row[i]) ++others[name + "." + std::string(table.columns[i].name)];
      }
    }
    for (const auto& other : others) {
      const std::string& column = other.first;
      const auto told = std::find_if(in.columns.begin(), in.columns.end(),
                                     [&column](const ColumnCounts& c) { return c.column == column; });
      REQUIRE(told != in.columns.end());
      CHECK_MESSAGE(other.second <= told->kept + told->not_understood, column);
    }
  }
}

/// What is bound, by identity.
struct BoundMatter {
  bool standard_entry = false;
};
std::map<std::string, BoundMatter> matters_of(const fs::path& catalog) {
  std::map<std::string, BoundMatter> all;
  Sources sources;
  Collector findings(Lang::en);
  for_each_matter({catalog.string()}, {}, sources, findings, [&](const MatterView& view, const LoadedFile&) {
    all[std::string(view.identity)] = {view.matter.standard_entry != nullptr};
  });
  return all;
}

/// Files of an export as the platform sends such tables.
void rename_as_sent(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
  for (const fs::path& file : files) {
    const std::string name = file.filename().string();
    if (name.starts_with("up_")) fs::rename(file, folder / ("dn_" + name.substr(3)));
  }
}

SinkResult send(const PostgresServer& server, const fs::path& catalog) {
  Sources sources;
  SinkOptions options;
  options.what.paths = {catalog.string()};
  options.what.to = platform;
  options.address = server.address();
  RunOptions run;
  run.today = {2026, 1, 31};
  return export_to_sink(options, run, sources);
}

}  // namespace

TEST_CASE("families: what is exported of the samples comes back, and is exported the same again") {
  const TemporaryFolder folder;
  for (const std::string catalog : {"catalogs/five-levels", "catalogs/internal"}) {
    CAPTURE(catalog);
    const fs::path at = folder.path() / fs::path(catalog).filename();
    const ExportResult out = export_to(in_repository(catalog), platform, at / "out");
    REQUIRE(out.written);
    if (out.exported == 0) continue;
    const ImportResult in = import_from((at / "out").string(), at / "in");
    REQUIRE_MESSAGE(in.written, said(in));
    REQUIRE(export_to(at / "in", platform, at / "again").written);
    check_same_rows(at / "out", at / "again", true, in);
    // As the platform calls them, it is the same.
    rename_as_sent(at / "out");
    REQUIRE(import_from((at / "out").string(), at / "sent").written);
    CHECK(texts_in(at / "sent") == texts_in(at / "in"));
  }
}

TEST_CASE("families: entries of the directory are a standard catalog, and matters that name one are bound to it") {
  const TemporaryFolder folder;
  const fs::path at = folder.path();
  const std::string entries =
      "row_guid,catalog_code,task_name,task_type,task_version,by_law,task_state,cd_operation,cd_time\n"
      "e1,352099001000,示例登记,20,2,示例条例（示例令第1号）第三条；示例办法,1,I,2026-01-01 00:00:00\n"
      "e2,352099001000,示例登记,20,1,,1,I,2026-01-01 00:00:00\n"
      "e3,352099002000,示例一,20,1,,1,I,2026-01-01 00:00:00\n"
      "e4,352099002000,示例二,20,1,,1,I,2026-01-01 00:00:00\n"
      "e5,352099003000,取消的,20,1,,1,D,2026-01-01 00:00:00\n";
  const std::string matters =
      "row_guid,task_code,catalog_code,task_name,task_type,dept_name\n"
      "a,T1,352099001000,示例登记,20,示例局\nb,T2,352099002000,示例一,20,示例局\n"
      "c,T3,352099003000,取消的,20,示例局\nd,T4,,没有,20,示例局\n";
  write_file(at / "in/dn_task_directory.csv", entries);
  write_file(at / "in/dn_task_public_basic.csv", matters);
  const ImportResult in = import_from((at / "in").string(), at / "out");
  REQUIRE_MESSAGE(in.written, said(in));
  CHECK(in.files == 8);
  const Texts texts = texts_in(at / "out");
  CHECK(has(texts.at("standard/catalog.yaml"), "role: 标准化目录"));
  CHECK(has(texts.at("catalog.yaml"), "standards: [standard]"));
  const std::string& entry = texts.at("standard/352099001000.yaml");
  CHECK(has(entry, "basic_code: \"352099001000\""));
  CHECK(has(entry, "version: 2"));
  CHECK(has(entry, "title: 示例条例, number: 示例令第1号, article: 第三条"));
  CHECK(has(entry, "- 示例办法"));
  CHECK(has(texts.at("示例局/T1.yaml"), "standard: \"352099001000@2\""));
  for (const std::string unbound : {"T2.yaml", "T3.yaml", "T4.yaml"})
    CHECK_FALSE(has(texts.at("示例局/" + unbound), "standard:"));
  // The standard catalog is one for every other command: the binding leads to the entry.
  const auto bound = matters_of(at / "out");
  CHECK(bound.at("T1").standard_entry);
  // Into the catalog that was made of them nothing changes; a new entry goes to the others, a new matter is bound.
  const ImportPlan same = import_into_catalog(at / "in", platform, at / "out");
  CHECK(same.written);
  CHECK(same.same == 8);
  CHECK(texts_in(at / "out") == texts);
  write_file(at / "in/dn_task_directory.csv", entries + "e6,352099004000,示例新增,20,1,,1,I,2026-01-01 00:00:00\n");
  write_file(at / "in/dn_task_public_basic.csv", matters + "e,T5,352099004000,示例新增,20,示例局\n");
  const ImportPlan more = import_into_catalog(at / "in", platform, at / "out");
  REQUIRE(more.written);
  CHECK(more.count(PlannedMatter::State::added) == 2);
  CHECK(has(texts_in(at / "out").at("standard/352099004000.yaml"), "示例新增"));
  CHECK(has(texts_in(at / "out").at("示例局/T5.yaml"), "standard: \"352099004000@1\""));
  // Without a standard catalog there is no place for entries; that is told, and nothing else is.
  write_file(at / "alone/catalog.yaml", "format: 1\n");
  const ImportPlan alone = import_into_catalog(at / "in", platform, at / "alone");
  CHECK(alone.written);
  CHECK(alone.count(PlannedMatter::State::added) == 5);
  CHECK(alone.findings.size() == 3);  // entries, and what was gone
}

TEST_CASE("families: an SQLite file that an export wrote comes back as its CSV does, and into the catalog unchanged") {
  const TemporaryFolder folder;
  const fs::path at = folder.path();
  write_exchange_catalog(at / "x", 66);
  REQUIRE(export_to(at / "x", platform, at / "csv").written);
  REQUIRE(export_to(at / "x", platform, at / "lite", "sqlite").written);
  REQUIRE(import_from((at / "csv").string(), at / "of-csv").written);
  const ImportResult lite = import_from((at / "lite/catalog.sqlite").string(), at / "of-lite");
  REQUIRE_MESSAGE(lite.written, said(lite));
  CHECK(lite.files == 66);
  CHECK(texts_in(at / "of-lite") == texts_in(at / "of-csv"));
  const Texts before = texts_in(at / "x");
  for (const fs::path& from : {at / "lite/catalog.sqlite", at / "lite", at / "csv"}) {
    const ImportPlan plan = import_into_catalog(from, platform, at / "x");
    CHECK(plan.written);
    CHECK(plan.same == 66);
    CHECK(plan.matters.empty());
  }
  CHECK(texts_in(at / "x") == before);
  // What is none of these says so.
  write_file(at / "no.sqlite", "no database");
  CHECK(has(said(import_from((at / "no.sqlite").string(), at / "no")), "SQLite"));
  REQUIRE(export_to(at / "x", "csv", at / "flat").written);
  CHECK_FALSE(import_from((at / "flat").string(), at / "no").written);
  REQUIRE(export_to(at / "x", platform, at / "script", "sql").written);
  for (const fs::path& script : {at / "script", at / "script/catalog.sql"}) {
    const ImportResult none = import_from(script.string(), at / "no");
    CHECK_FALSE(none.written);
    REQUIRE(none.findings.size() == 1);
    CHECK(has(none.findings[0].hint, "psql"));
  }
  CHECK_FALSE(fs::exists(at / "no"));
}

TEST_CASE("families: from the database into the catalog come the rows that changed, and what is gone is told") {
  const auto server = PostgresServer::start_or_say("the import of dn_task_* into a catalog");
  if (server == nullptr) return;
  const TemporaryFolder folder;
  const fs::path at = folder.path();
  write_exchange_catalog(at / "x", 44);
  REQUIRE(send(*server, at / "x").complete);
  const Exchange exchange;
  for (const MappedTable& table : exchange.mapping->tables) {
    const std::string name(table.name);
    CHECK(server->ask("CREATE TABLE dn_" + name.substr(3) + " AS SELECT * FROM " + name).empty());
  }
  const Texts before = texts_in(at / "x");
  const ImportPlan same = import_into_catalog(server->address(), platform, at / "x");
  CHECK(same.written);
  CHECK(same.same == 44);
  CHECK(same.matters.empty());
  CHECK(has(same.source, "postgresql://"));
  CHECK(texts_in(at / "x") == before);
  CHECK(server->ask("UPDATE dn_task_public_basic SET link_way = '0599-1' WHERE task_code = 'T10'").empty());
  CHECK(server->ask("UPDATE dn_task_punish_basic SET cd_operation = 'D' WHERE task_code = 'T1'").empty());
  CHECK(server->ask("DELETE FROM dn_task_general_basic WHERE task_code = 'T0'").empty());
  for (const std::string items : {"extend", "material", "fee_project", "questions"})
    CHECK(server->ask("DELETE FROM dn_task_general_" + items + " WHERE task_code = 'T0'").empty());
  const ImportPlan plan = import_into_catalog(server->address(), platform, at / "x", false);
  CHECK(plan.complete);
  CHECK(plan.count(PlannedMatter::State::gone) == 2);
  CHECK(plan.count(PlannedMatter::State::changed) == 1);
  CHECK(plan.values() == 1);
  CHECK(texts_in(at / "x") == before);
  ImportIntoOptions options;
  options.file = server->address();
  options.from = platform;
  options.into = (at / "x").string();
  options.delete_gone = true;
  Sources sources;
  RunOptions run;
  run.today = {2026, 1, 31};
  const ImportPlan done = import_into(options, run, sources);
  CHECK(done.written);
  CHECK(done.deleted.size() == 2);
  CHECK_FALSE(fs::exists(at / "x/0.yaml"));
  CHECK_FALSE(fs::exists(at / "x/1.yaml"));
  CHECK(has(file_text(at / "x/10.yaml"), "0599-1"));
}

TEST_CASE("families: generated matters come back and are exported the same again") {
  const TemporaryFolder folder;
  const fs::path at = folder.path();
  write_exchange_catalog(at / "x", 110);
  REQUIRE(export_to(at / "x", platform, at / "out").written);
  const ImportResult in = import_from((at / "out").string(), at / "in");
  REQUIRE_MESSAGE(in.written, said(in));
  CHECK(in.files == 110);
  CHECK(in.refused == 0);
  REQUIRE(export_to(at / "in", platform, at / "again").written);
  check_same_rows(at / "out", at / "again", false, in);
}

TEST_CASE("families: of rows of one id the last counts, what is gone is not imported, both are told") {
  const TemporaryFolder folder;
  const fs::path at = folder.path();
  const std::string basic =
      "row_guid,task_code,task_name,task_type,cd_operation,cd_time\n"
      "a,T1,旧名,20,I,2026-01-01 00:00:00\n"
      "a,T1,新名,20,U,2026-01-03 00:00:00\n"
      "a,T1,中名,20,U,2026-01-02 00:00:00\n"
      "b,T2,取消的,20,I,2026-01-01 00:00:00\n"
      "b,T2,取消的,20,D,2026-01-02 00:00:00\n"
      "c,T3,回来的,20,D,2026-01-01 00:00:00\n"
      "c,T3,回来的,20,I,2026-01-02 00:00:00\n";
  const std::string materials =
      "row_guid,task_guid,material_name,order_num,cd_operation,cd_time\n"
      "m1,a,第二,2,I,2026-01-01 00:00:00\n"
      "m2,a,第一,1,I,2026-01-01 00:00:00\n"
      "m3,a,去掉的,3,I,2026-01-01 00:00:00\n"
      "m3,a,去掉的,3,D,2026-01-02 00:00:00\n"
      "m4,b,随事项取消,1,I,2026-01-01 00:00:00\n";
  write_file(at / "in/dn_task_public_basic.csv", basic);
  write_file(at / "in/dn_task_public_material.csv", materials);
  const ImportResult in = import_from((at / "in").string(), at / "out");
  REQUIRE_MESSAGE(in.written, said(in));
  CHECK(in.files == 2);
  CHECK(has(said(in), "（D）而没有导入的事项：1\n") != has(said(in), "gone (D) and were not imported: 1\n"));
  const Texts texts = texts_in(at / "out");
  std::string all;
  for (const auto& [name, text] : texts) all += text;
  CHECK(has(all, "name: 新名"));
  CHECK(has(all, "name: 回来的"));
  for (const std::string gone : {"旧名", "中名", "取消的", "去掉的", "随事项取消"}) CHECK_FALSE(has(all, gone));
  CHECK(all.find("第一") < all.find("第二"));
  // A platform's own id of a matter is kept; it is not the one that an export would make.
  CHECK(has(all, "row_guid: a"));
  // Rows of nobody, and both kinds of names, are mistakes.
  write_file(at / "in/dn_task_public_material.csv", materials + "m9,zzz,谁的,1,I,2026-01-01 00:00:00\n");
  CHECK_FALSE(import_from((at / "in").string(), at / "no").written);
  write_file(at / "in/dn_task_public_material.csv", materials);
  write_file(at / "in/up_task_public_basic.csv", basic);
  const ImportResult both = import_from((at / "in").string(), at / "no");
  CHECK_FALSE(both.written);
  CHECK(has(said(both), "dn_*"));
  CHECK_FALSE(import_from((at / "out").string(), at / "no").written);
  CHECK_FALSE(fs::exists(at / "no"));
}

TEST_CASE("families: columns that come with another spelling, and columns that nobody knows, are not lost") {
  const TemporaryFolder folder;
  const fs::path at = folder.path();
  write_file(at / "in/dn_task_punish_basic.csv",
             "row_guid,task_code,task_name,task_type,plan_effective_data,data_source,colour\n"
             "a,T1,甲,02,2026-02-03 00:00:00,440,红\n");
  const ImportResult in = import_from((at / "in").string(), at / "out");
  REQUIRE_MESSAGE(in.written, said(in));
  std::string all;
  for (const auto& [name, text] : texts_in(at / "out")) all += text;
  CHECK(has(all, "effective: \"2026-02-03\""));
  CHECK(has(all, "type: 行政处罚"));
  CHECK(has(all, "colour: 红"));
  CHECK(has(all, "data_source: "));
}

TEST_CASE("families: the tables that the platform sends come from the database that an export went to") {
  const auto server = PostgresServer::start_or_say("the import of dn_task_*");
  if (server == nullptr) return;
  const TemporaryFolder folder;
  const fs::path at = folder.path();
  write_exchange_catalog(at / "x", 55);
  REQUIRE(send(*server, at / "x").complete);
  // Nothing was sent back yet: what was sent is read, and that is told.
  const ImportResult early = import_from(server->address(), at / "early");
  CHECK(early.written);
  CHECK(has(said(early), "dn_*"));
  const Exchange exchange;
  for (const MappedTable& table : exchange.mapping->tables) {
    const std::string name(table.name);
    CHECK(server->ask("CREATE TABLE dn_" + name.substr(3) + " AS SELECT * FROM " + name).empty());
    // The same as files.
    std::string heading;
    for (const Column& column : table.columns) heading.append(heading.empty() ? "" : ",").append(column.name);
    write_file(at / "csv" / ("dn_" + name.substr(3) + ".csv"), heading + "\n" + server->csv(select_all(table)));
  }
  CHECK(server->ask("ALTER TABLE dn_task_punish_basic RENAME plan_effective_date TO plan_effective_data").empty());
  CHECK(server->ask("ALTER TABLE dn_task_punish_basic ADD tenant_id varchar(9)").empty());
  const ImportResult in = import_from(server->address(), at / "db");
  REQUIRE_MESSAGE(in.written, said(in));
  CHECK(in.files == 55);
  CHECK(has(in.source, "postgresql://"));
  CHECK(has(said(in), "tenant_id"));
  const ImportResult files = import_from((at / "csv").string(), at / "files");
  REQUIRE_MESSAGE(files.written, said(files));
  CHECK(texts_in(at / "db") == texts_in(at / "files"));
  CHECK(texts_in(at / "db") == texts_in(at / "early"));
  // Mistakes: another schema, a column and a table that are not there.
  CHECK(has(said(import_from(server->address(), at / "no", "nowhere")), "nowhere"));
  CHECK(server->ask("ALTER TABLE dn_task_general_material DROP material_name").empty());
  CHECK(has(said(import_from(server->address(), at / "no")), "material_name"));
  CHECK(server->ask("DROP TABLE dn_task_general_material").empty());
  CHECK(has(said(import_from(server->address(), at / "no")), "public.dn_task_general_material"));
  CHECK_FALSE(fs::exists(at / "no"));
}
