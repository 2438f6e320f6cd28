#include <doctest/doctest.h>

#include <filesystem>

#include "ops/export.h"
#include "support/exchange.h"
#include "support/exchange_rows.h"
#include "support/postgres_server.h"
#include "support/shared.h"
#include "support/shell.h"

using namespace matter;
using namespace matter::test;

namespace {

namespace fs = std::filesystem;

ExportResult exported(const fs::path& from, std::string_view medium, const fs::path& out) {
  ExportResult result = export_to(from, "national-exchange", out, medium);
  for (const Diagnostic& d : result.findings) FAIL_CHECK(d.message);
  REQUIRE(result.written);
  return result;
}

struct Exchange {
  Sources sources;
  Collector findings{Lang::en};
  std::unique_ptr<Mapping> mapping = load_mapping("national-exchange", sources, findings);
  TemporaryFolder folder;
  fs::path catalog = folder.path() / "in";
  Exchange() {
    REQUIRE(mapping != nullptr);
    write_exchange_catalog(catalog, 66);
    static_cast<void>(exported(catalog, "csv", folder.path() / "csv"));
  }
  [[nodiscard]] TableRows in_csv(const MappedTable& table) const {
    return rows_of_csv(whole_file(folder.path() / "csv" / (std::string(table.name) + ".csv")), true);
  }
};

}  // namespace

TEST_CASE("sql media: PostgreSQL runs the script and then holds what the CSV says, value by value") {
  const auto server = PostgresServer::start_or_say("sql media in PostgreSQL");
  if (server == nullptr) return;
  const Exchange exchange;
  const ExportResult out = exported(exchange.catalog, "sql", exchange.folder.path() / "sql");
  const fs::path script = exchange.folder.path() / "sql/catalog.sql";
  CHECK(server->run(script).empty());
  std::size_t rows = 0;
  std::size_t too_long = 0;
  for (const MappedTable& table : exchange.mapping->tables) {
    CAPTURE(table.name);
    const TableRows wanted = exchange.in_csv(table);
    CHECK(rows_of_csv(server->csv(select_all(table)), false) == fitting(wanted, table));
    rows += wanted.size();
    for (const auto& row : wanted) {
      const TableRows left = fitting({row}, table);
      for (std::size_t i = 0; i < row.size(); ++i) too_long += row[i] == left[0][i] ? 0U : 1U;
    }
  }
  CHECK(rows > 200);
  CHECK(too_long > 0);
  CHECK(out.losses.count(LossReason::does_not_fit) == too_long);
  CHECK(out.losses.count(LossReason::too_long) == 0);
  CHECK(server->ask("SELECT obj_description('up_task_general_basic'::regclass)") ==
        "许可、给付、奖励、确认、裁决、其他类事项 基本信息\n");
  // A second time nothing is doubled: the key refuses it, and one transaction takes all back.
  CHECK(server->run(script).find("duplicate key") != std::string::npos);
  CHECK(server->ask("SELECT count(*) FROM up_task_general_material") ==
        std::to_string(exchange.in_csv(exchange.mapping->tables[3]).size()) + "\n");
}

TEST_CASE("sql media: the sqlite3 program reads the file, which says what the CSV says and is the same every time") {
  const Exchange exchange;
  const fs::path file = exchange.folder.path() / "one/catalog.sqlite";
  static_cast<void>(exported(exchange.catalog, "sqlite", exchange.folder.path() / "one"));
  static_cast<void>(exported(exchange.catalog, "sqlite", exchange.folder.path() / "two"));
  CHECK(whole_file(file) == whole_file(exchange.folder.path() / "two/catalog.sqlite"));
  const auto ask = [&](const std::string& options, const std::string& sql) {
    const fs::path out = exchange.folder.path() / "answer";
    write_file(exchange.folder.path() / "ask.sql", sql + ";\n");
    const std::string line = "sqlite3 " + options + " '" + file.string() + "' <'" +
                             (exchange.folder.path() / "ask.sql").string() + "' >'" + out.string() + "'";
    REQUIRE(std::system(line.c_str()) == 0);
    return whole_file(out);
  };
  CHECK(ask("", "PRAGMA integrity_check") == "ok\n");
  CHECK(ask("", "SELECT value FROM matter_export WHERE name = 'date'") == "2026-01-31\n");
  CHECK(ask("", "SELECT count(*) FROM matter_export WHERE name = 'sample'") == "0\n");
  for (const MappedTable& table : exchange.mapping->tables) {
    CAPTURE(table.name);
    CHECK(rows_of_csv(ask("-csv", select_all(table)), false) == exchange.in_csv(table));
  }
  CHECK(ask("", "SELECT DISTINCT typeof(task_code), typeof(version) FROM up_task_general_basic") == "text|integer\n");
}

TEST_CASE("sql media: samples say so in the file's name and in the file") {
  const TemporaryFolder folder;
  const fs::path catalog = in_repository("catalogs/five-levels/street");
  static_cast<void>(exported(catalog, "sql", folder.path() / "sql"));
  static_cast<void>(exported(catalog, "sqlite", folder.path() / "sqlite"));
  CHECK(whole_file(folder.path() / "sql/catalog.sample.sql")
            .starts_with("-- national-exchange：样例，非正式文本\nBEGIN;\n"));
  CHECK_FALSE(fs::exists(folder.path() / "sql/catalog.sql"));
  CHECK_FALSE(fs::exists(folder.path() / "sqlite/catalog.sqlite"));
  CHECK(whole_file(folder.path() / "sqlite/catalog.sample.sqlite").find("样例，非正式文本") != std::string::npos);
}

TEST_CASE("sql media: of two matters with one identity the second stays out, and is told") {
  const TemporaryFolder folder;
  write_file(folder.path() / "in/a.yaml", "name: 甲\ncode: T1\ntype: 公共服务\n");
  write_file(folder.path() / "in/b.yaml", "name: 乙\ncode: T1\ntype: 公共服务\n");
  const ExportResult out = exported(folder.path() / "in", "sql", folder.path() / "out");
  CHECK(out.exported == 1);
  CHECK(out.losses.count(LossReason::same_identity) == 1);
  const std::string script = whole_file(folder.path() / "out/catalog.sql");
  CHECK(script.find("'甲'") != std::string::npos);
  CHECK(script.find("'乙'") == std::string::npos);
}
