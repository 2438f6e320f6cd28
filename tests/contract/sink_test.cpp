#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "ops/export.h"
#include "ops/export_sink.h"
#include "support/exchange_rows.h"
#include "support/postgres_server.h"
#include "support/shared.h"
#include "support/shell.h"

using namespace matter;
using namespace matter::test;

namespace {

namespace fs = std::filesystem;

SinkResult send(const PostgresServer& server, const fs::path& catalog, std::size_t batch = 1000,
                std::string_view schema = {}, std::string_view scope = {}) {
  Sources sources;
  SinkOptions options;
  options.what.paths = {catalog.string()};
  options.what.to = "national-exchange";
  options.address = server.address();
  options.schema = schema;
  options.scope = scope;
  options.batch_matters = batch;
  RunOptions run;
  run.today = {2026, 1, 31};
  return export_to_sink(options, run, sources);
}

std::string findings_of(const SinkResult& result) {
  std::string all;
  for (const Diagnostic& d : result.findings) all += d.message + "\n";
  for (const Diagnostic& d : result.checked.findings) all += d.message + "\n";
  return all;
}

SinkCounts sum_of(const SinkResult& result) {
  SinkCounts sum;
  for (const SinkCounts& one : result.progress.tables) {
    sum.inserted += one.inserted;
    sum.updated += one.updated;
    sum.removed += one.removed;
  }
  return sum;
}

void check_counts(const SinkResult& result, std::size_t inserted, std::size_t updated, std::size_t removed) {
  CHECK_MESSAGE(result.complete, findings_of(result));
  const SinkCounts sum = sum_of(result);
  CHECK(sum.inserted == inserted);
  CHECK(sum.updated == updated);
  CHECK(sum.removed == removed);
}

struct Exchange {
  Sources sources;
  Collector findings{Lang::en};
  std::unique_ptr<Mapping> mapping = load_mapping("national-exchange", sources, findings);
};

/// The database holds what the CSV says, and what went is marked so; batches are the database's own.
void check_rows(const PostgresServer& server, const fs::path& catalog, const std::string& schema = {}) {
  const Exchange exchange;
  const TemporaryFolder folder;
  Sources sources;
  ExportOptions options;
  options.paths = {catalog.string()};
  options.to = "national-exchange";
  options.out = (folder.path() / "csv").string();
  RunOptions run;
  run.today = {2026, 1, 31};
  REQUIRE(export_catalog(options, run, sources).written);
  for (const MappedTable& table : exchange.mapping->tables) {
    CAPTURE(table.name);
    const auto same_run = [&](TableRows rows) {
      for (auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
          if (tells_of_run(table.columns[i])) row[i].clear();
        }
      }
      std::sort(rows.begin(), rows.end());
      return rows;
    };
    const fs::path csv = folder.path() / "csv" / (std::string(table.name) + ".csv");
    const TableRows wanted = fitting(rows_of_csv(whole_file(csv), true), table);
    CHECK(same_run(rows_of_csv(server.csv(select_all(table, schema) + " WHERE cd_operation <> 'D'"), false)) ==
          same_run(wanted));
  }
  CHECK(server.ask("SELECT count(*) - count(DISTINCT row_key) FROM " + (schema.empty() ? "" : schema + ".") +
                   "matter_export_rows") == "0\n");
}

std::size_t number(const std::string& answer) { return static_cast<std::size_t>(std::stoul(answer)); }

}  // namespace

TEST_CASE("sink: rows go into PostgreSQL as the CSV says; a second run writes nothing") {
  const auto server = PostgresServer::start_or_say("the PostgreSQL sink");
  if (server == nullptr) return;
  const TemporaryFolder folder;
  const fs::path catalog = folder.path() / "in";
  write_exchange_catalog(catalog, 55);
  const SinkResult first = send(*server, catalog, 10);
  REQUIRE_MESSAGE(first.complete, findings_of(first));
  CHECK(first.progress.batches.size() == 6);
  CHECK(first.progress.batches.front() == "20260131000001");
  CHECK(first.place.find("postgresql://matter@/postgres") == 0);
  CHECK(first.platform.losses.count(LossReason::does_not_fit) > 0);
  const SinkCounts sum = sum_of(first);
  CHECK(sum.inserted > 200);
  CHECK(sum.updated + sum.removed == 0);
  check_rows(*server, catalog);
  const std::string everything = server->ask("SELECT * FROM up_task_general_material ORDER BY row_guid");
  check_counts(send(*server, catalog, 10), 0, 0, 0);
  CHECK(server->ask("SELECT * FROM up_task_general_material ORDER BY row_guid") == everything);
  CHECK(server->ask("SELECT count(*) FROM matter_export_batches") == "6\n");
  // A receiver that sweeps its rows away does no harm: what is known stands beside them.
  CHECK(server->ask("DELETE FROM up_task_general_material").empty());
  check_counts(send(*server, catalog), 0, 0, 0);
}

TEST_CASE("sink: what changed, came and went is I, U and D, and nothing else") {
  const auto server = PostgresServer::start_or_say("the PostgreSQL sink");
  if (server == nullptr) return;
  const TemporaryFolder folder;
  const fs::path catalog = folder.path() / "in";
  const auto matter = [&](const std::string& code, const std::string& name, const std::string& materials) {
    write_file(catalog / (code + ".yaml"),
               "name: " + name + "\ncode: " + code + "\ntype: 公共服务\nmaterials: [" + materials + "]\n");
  };
  write_file(catalog / "catalog.yaml", "format: 1\nname: 甲目录\n");
  matter("T1", "甲", "身份证, 申请表");
  matter("T2", "乙", "身份证");
  check_counts(send(*server, catalog), 2 + 2 + 3, 0, 0);
  matter("T1", "甲改名", "申请表, 户口簿");  // one goes, one comes, one moves: its number changes
  check_counts(send(*server, catalog), 1, 1 + 1, 1);
  CHECK(server->ask("SELECT task_name, cd_operation, cd_batch, cd_time FROM up_task_public_basic ORDER BY 1") ==
        "乙|I|20260131000001|2026-01-31 00:00:00\n甲改名|U|20260131000002|2026-01-31 00:00:00\n");
  CHECK(server->ask("SELECT material_name, order_num, cd_operation FROM up_task_public_material ORDER BY 3, 1") ==
        "身份证|1|D\n户口簿|2|I\n身份证|1|I\n申请表|1|U\n");
  fs::remove(catalog / "T2.yaml");
  matter("T3", "丙", "");
  check_counts(send(*server, catalog), 2, 0, 3);
  CHECK(server->ask("SELECT task_name, cd_operation FROM up_task_public_basic ORDER BY 1") == "丙|I\n乙|D\n甲改名|U\n");
  // What went and comes back is new; what was swept away and then goes is told with its ids alone.
  matter("T2", "乙", "身份证");
  check_counts(send(*server, catalog), 3, 0, 0);
  CHECK(server->ask("DELETE FROM up_task_public_basic").empty());
  fs::remove(catalog / "T3.yaml");
  check_counts(send(*server, catalog), 0, 0, 2);
  CHECK(server->ask("SELECT task_name, task_code, cd_operation, version FROM up_task_public_basic") == "|T3|D|1\n");
  CHECK(server->ask("SELECT length(row_guid) FROM up_task_public_basic") == "36\n");
}

TEST_CASE("sink: a scope's rows are its own, a part of a catalog removes nothing, samples never go") {
  const auto server = PostgresServer::start_or_say("the PostgreSQL sink");
  if (server == nullptr) return;
  const TemporaryFolder folder;
  write_exchange_catalog(folder.path() / "a", 11, "甲目录");
  write_exchange_catalog(folder.path() / "b", 11, "生成的目录");
  REQUIRE(send(*server, folder.path() / "a").complete);
  REQUIRE(send(*server, folder.path() / "b").complete);
  CHECK(server->ask("SELECT count(DISTINCT scope) FROM matter_export_rows") == "2\n");
  fs::remove(folder.path() / "b/3.yaml");
  const SinkResult part = send(*server, folder.path() / "b/5.yaml");
  check_counts(part, 0, 0, 0);
  CHECK_FALSE(part.gone_looked_for);
  const SinkResult whole = send(*server, folder.path() / "b");
  CHECK(whole.gone_looked_for);
  CHECK(sum_of(whole).removed > 0);
  CHECK(number(server->ask("SELECT count(*) FROM up_task_public_basic WHERE cd_operation = 'D'")) == 0);
  CHECK(findings_of(send(*server, folder.path() / "a", 1000, {}, "另一个"))
            .find("sent by another scope (national-exchange, 甲目录)") != std::string::npos);
  // Samples.
  CHECK(findings_of(send(*server, in_repository("catalogs/five-levels/street"))).find("catalogs of samples never go") !=
        std::string::npos);
  write_file(folder.path() / "b/0.yaml", "name: 样例\ncode: T99\ntype: 公共服务\nsample: 是\n");
  const SinkResult mixed = send(*server, folder.path() / "b");
  CHECK(mixed.samples_left_out == 1);
  CHECK(server->ask("SELECT count(*) FROM up_task_public_basic WHERE task_name = '样例'") == "0\n");
  write_file(folder.path() / "c/catalog.yaml", "format: 1\n");
  write_file(folder.path() / "c/0.yaml", "name: 无名\ncode: T98\ntype: 公共服务\n");
  CHECK(findings_of(send(*server, folder.path() / "c")).find("whose rows these are is not known") != std::string::npos);
  CHECK(send(*server, folder.path() / "c", 1000, {}, "无名目录").complete);
}

TEST_CASE("sink: what is damaged, secret or withheld") {
  const auto server = PostgresServer::start_or_say("the PostgreSQL sink");
  if (server == nullptr) return;
  const TemporaryFolder folder;
  const fs::path catalog = folder.path() / "in";
  write_exchange_catalog(catalog, 11);
  REQUIRE(send(*server, catalog).complete);
  write_file(catalog / "3.yaml", "name: [\n");
  const SinkResult damaged = send(*server, catalog);
  CHECK_FALSE(damaged.complete);
  CHECK_FALSE(damaged.checked.made());
  CHECK(sum_of(damaged).all() == 0);
  write_file(catalog / "3.yaml", "name: 涉密的\ncode: T3\ntype: 公共服务\npublicity: 涉密\n");
  const SinkResult secret = send(*server, catalog);
  REQUIRE_MESSAGE(secret.complete, findings_of(secret));
  CHECK(secret.platform.withheld == 1);
  CHECK(sum_of(secret).removed > 0);  // it is no longer there for the public
  CHECK(server->ask("SELECT count(*) FROM up_task_public_basic WHERE task_name = '涉密的'") == "0\n");
}

TEST_CASE("sink: tables that are there must fit, column by column") {
  const auto server = PostgresServer::start_or_say("the PostgreSQL sink");
  if (server == nullptr) return;
  const TemporaryFolder folder;
  const fs::path catalog = folder.path() / "in";
  write_file(catalog / "catalog.yaml", "format: 1\nname: 甲目录\n");
  write_file(catalog / "a.yaml", "name: 甲\ncode: T1\ntype: 公共服务\n");
  CHECK(findings_of(send(*server, catalog, 1000, "elsewhere")) == "the database has no schema 'elsewhere'\n");
  REQUIRE(server->ask("CREATE SCHEMA elsewhere").empty());
  REQUIRE(send(*server, catalog, 1000, "elsewhere").complete);
  check_rows(*server, catalog, "elsewhere");
  CHECK(server->ask("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'") == "0\n");
  const auto alter = [&](const std::string& how) {
    REQUIRE(server->ask("ALTER TABLE elsewhere.up_task_public_basic " + how).empty());
  };
  alter("ALTER task_name TYPE varchar(100)");
  alter("ALTER version TYPE boolean USING true");
  alter("DROP COLUMN link_way");
  alter("ADD tenant_id bigint NOT NULL DEFAULT 0");
  alter("ADD office bigint");
  alter("ADD id bigserial");
  REQUIRE(server->ask("UPDATE elsewhere.up_task_public_basic SET office = 1").empty());
  alter("ALTER office SET NOT NULL");
  const std::string said = findings_of(send(*server, catalog, 1000, "elsewhere"));
  CHECK(said.find("column task_name holds 100 characters, and should varchar(1000)") != std::string::npos);
  CHECK(said.find("column version is boolean, and should hold int(10)") != std::string::npos);
  CHECK(said.find("has no column link_way") != std::string::npos);
  CHECK(said.find("column office must be filled") != std::string::npos);
  CHECK(said.find("tenant_id") == std::string::npos);
  CHECK(std::count(said.begin(), said.end(), '\n') == 4);
  alter("ALTER task_name TYPE text");  // wider than it need be: longer values fit
  alter("DROP COLUMN version");
  alter("ADD version numeric NOT NULL DEFAULT 1");
  alter("ADD link_way text NOT NULL DEFAULT ''");
  alter("DROP COLUMN office");
  write_file(catalog / "b.yaml", "name: " + std::string(1500, 'x') + "\ncode: T2\ntype: 公共服务\n");
  const SinkResult wide = send(*server, catalog, 1000, "elsewhere");
  REQUIRE_MESSAGE(wide.complete, findings_of(wide));
  CHECK(server->ask("SELECT length(task_name), link_way = '' FROM elsewhere.up_task_public_basic "
                    "ORDER BY 1 DESC LIMIT 1") == "1500|t\n");
}

TEST_CASE("sink: a connection that is cut, a server that dies: nothing is lost, nothing doubled") {
  const auto server = PostgresServer::start_or_say("the PostgreSQL sink");
  if (server == nullptr) return;
  const TemporaryFolder folder;
  const fs::path catalog = folder.path() / "in";
  write_exchange_catalog(catalog, 88);
  const auto interrupt = [&](const std::function<void()>& cut) {
    SinkResult result;
    const auto batches = [&] { return number(server->ask("SELECT count(*) FROM matter_export_batches")); };
    const std::size_t before = batches();
    std::thread sender([&] { result = send(*server, catalog, 2); });
    while (batches() < before + 3) std::this_thread::yield();
    cut();
    sender.join();
    return result;
  };
  // Wait on a lock in the middle, so that the cut never comes too late.
  REQUIRE(send(*server, folder.path() / "in/0.yaml").complete);
  REQUIRE(
      server
          ->ask("CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.05); RETURN NEW; "
                "END'; CREATE TRIGGER slow BEFORE INSERT ON matter_export_batches FOR EACH ROW EXECUTE FUNCTION "
                "slow()")
          .empty());
  const SinkResult cut = interrupt([&] {
    CHECK(server->ask(
              "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = 'matter'") ==
          "1\n");
  });
  CHECK_FALSE(cut.complete);
  CHECK(findings_of(cut).find("no connection to the database") == 0);
  const std::size_t committed = number(server->ask("SELECT count(*) FROM matter_export_rows"));
  CHECK(committed > 0);
  const SinkResult killed = interrupt([&] { server->kill(); });
  CHECK_FALSE(killed.complete);
  server->start();
  CHECK(number(server->ask("SELECT count(*) FROM matter_export_rows")) >= committed);
  const SinkResult rest = send(*server, catalog);
  REQUIRE_MESSAGE(rest.complete, findings_of(rest));
  CHECK(sum_of(rest).updated + sum_of(rest).removed == 0);
  check_rows(*server, catalog);
  CHECK(server->ask("SELECT count(*) FROM matter_export_rows") ==
        server->ask("SELECT sum(inserted) FROM matter_export_batches"));
  check_counts(send(*server, catalog), 0, 0, 0);
}

TEST_CASE("sink: no password is ever shown, and two exports do not write at once") {
  const TemporaryFolder folder;
  write_file(folder.path() / "in/catalog.yaml", "format: 1\nname: 甲目录\n");
  write_file(folder.path() / "in/a.yaml", "name: 甲\ncode: T1\ntype: 公共服务\n");
  const auto server = PostgresServer::start_or_say("the PostgreSQL sink");
  if (server == nullptr) return;
  for (const std::string address : {"postgresql://u:geheim-77@127.0.0.1:1/db", "postgresql://u:geheim-77%zz@h/db",
                                    "postgresql://u:geheim-77@h/db?x=y"}) {
    const ShellResult said = run_in_shell(
        "matter export in --allow-invalid --to national-exchange --sink '" + address + "' --report r; cat r",
        folder.path(), MATTER_PROGRAM);
    CAPTURE(said.out + said.err);
    CHECK((said.out + said.err).find("geheim") == std::string::npos);
    CHECK((said.out + said.err).find("connection") != std::string::npos);
  }
  const std::string line = "matter export in --allow-invalid --to national-exchange --sink '" + server->address() + "'";
  const ShellResult good = run_in_shell(line + " --date 2026-01-31", folder.path(), MATTER_PROGRAM);
  CHECK_MESSAGE(good.exit == 0, good.err, good.out);
  CHECK(good.out.find("2 rows written (2 new, 0 changed, 0 gone), in 1 batch: 20260131000001\n") != std::string::npos);
  std::unique_ptr<PostgresConnection> other = connect_postgresql(server->address());
  other->run("SELECT pg_advisory_lock(hashtext('matter_export'), hashtext('public'))");
  const ShellResult busy = run_in_shell(line, folder.path(), MATTER_PROGRAM);
  CHECK(busy.exit == 2);
  CHECK(busy.out.find("another export is writing there") != std::string::npos);
}
