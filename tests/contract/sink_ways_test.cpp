#include <doctest/doctest.h>

#include <filesystem>

#include "support/exchange_rows.h"
#include "support/postgres_server.h"
#include "support/shared.h"
#include "support/shell.h"

using namespace matter::test;

namespace {

namespace fs = std::filesystem;

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// A catalog `in`, and the command line that sends it.
struct Play {
  std::unique_ptr<PostgresServer> server;
  TemporaryFolder folder;
  std::string line;

  explicit Play(const std::string& test) : server(PostgresServer::start_or_say(test)) {
    write_file(folder.path() / "in/catalog.yaml", "format: 1\nname: 甲目录\n");
    write_file(folder.path() / "in/a.yaml", "name: 甲\ncode: T1\ntype: 公共服务\nmaterials: [身份证]\n");
    write_file(folder.path() / "in/b.yaml", "name: 乙\ncode: T2\ntype: 公共服务\n");
    if (server != nullptr)
      line = "matter export in --to national-exchange --date 2026-01-31 --sink '" + server->address() + "' ";
  }
  [[nodiscard]] ShellResult run(const std::string& what) const {
    return run_in_shell(what, folder.path(), MATTER_PROGRAM);
  }
  [[nodiscard]] std::string said(const std::string& options) const {
    const ShellResult result = run(line + options);
    return result.out + result.err + "exit " + std::to_string(result.exit);
  }
  [[nodiscard]] std::string tables() const {
    return server->ask("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'");
  }
};

}  // namespace

TEST_CASE("sink ways: a look says what would be written, and writes nothing") {
  const Play play("a look at the PostgreSQL sink");
  if (play.server == nullptr) return;
  const std::string look = play.said("--allow-invalid --dry-run --out out");
  CHECK_MESSAGE(has(look, "5 rows would be written: 5 new, 0 changed, 0 gone\n"), look);
  CHECK(has(look, "exit 0"));
  CHECK(play.tables() == "0\n");
  CHECK_FALSE(fs::exists(play.folder.path() / "out"));
  CHECK(has(play.said("--allow-invalid"), "5 rows written"));
  const std::string rows = play.server->ask("SELECT * FROM matter_export_rows ORDER BY 1, 2, 3, 4");
  write_file(play.folder.path() / "in/a.yaml", "name: 甲改名\ncode: T1\ntype: 公共服务\n");
  const std::string next = play.said("--allow-invalid --dry-run");
  CHECK_MESSAGE(has(next, "2 rows would be written: 0 new, 1 changed, 1 gone\n"), next);
  CHECK(play.server->ask("SELECT * FROM matter_export_rows ORDER BY 1, 2, 3, 4") == rows);
  CHECK(has(play.said("--allow-invalid"), "2 rows written (0 new, 1 changed, 1 gone)"));
  CHECK(has(play.said("--allow-invalid --dry-run"), "nothing changed"));
}

TEST_CASE("sink ways: errors that a baseline knows, values that do not arrive, files that cannot be read") {
  const Play play("the PostgreSQL sink with checks");
  if (play.server == nullptr) return;
  const std::string refused = play.said("");
  CHECK_MESSAGE(has(refused, "exit 1"), refused);
  CHECK(play.tables() == "0\n");
  CHECK(has(play.said("--allow-invalid --strict"), "exit 1"));  // required columns of which a matter says nothing
  CHECK(play.tables() == "0\n");
  CHECK(play.run("matter validate in --write-baseline known.tsv -q").err.empty());
  const std::string known = play.said("--baseline known.tsv");
  CHECK_MESSAGE(has(known, "5 rows written"), known);
  CHECK(has(known, "exit 0"));
  write_file(play.folder.path() / "in/b.yaml", "name: [\n");
  const std::string damaged = play.said("--allow-invalid");
  CHECK_MESSAGE(has(damaged, "exit 2"), damaged);
  write_file(play.folder.path() / "in/c.yaml", "name: 丙\ncode: T3\ntype: 公共服务\n");
  const std::string rest = play.said("--allow-invalid --keep-going");
  CHECK_MESSAGE(has(rest, "2 rows written (2 new, 0 changed, 0 gone)"), rest);
  CHECK(has(rest, "rows that are gone were not looked for"));
  CHECK(has(rest, "exit 1"));
  CHECK(play.server->ask("SELECT count(*) FROM up_task_public_basic WHERE cd_operation <> 'D'") == "3\n");
}

TEST_CASE("sink ways: a password comes as psql takes it, and is in no output") {
  const Play play("passwords of the PostgreSQL sink");
  if (play.server == nullptr) return;
  const std::string secret = "geheim-77";
  REQUIRE(play.server->ask("CREATE ROLE office LOGIN PASSWORD '" + secret + "'; GRANT ALL ON SCHEMA public TO office")
              .empty());
  std::string hba = play.server->ask("SHOW hba_file");
  hba.pop_back();
  const std::string before = whole_file(hba);
  write_file(hba, "local all office scram-sha-256\n" + before);
  CHECK(play.server->ask("SELECT pg_reload_conf()") == "t\n");
  const std::string address = play.server->address();  // postgresql://matter@/postgres?host=…
  const std::string rest = address.substr(address.find('@'));
  const std::string host = address.substr(address.find("host=") + 5, address.find('&') - address.find("host=") - 5);
  const fs::path& folder = play.folder.path();
  write_file(folder / "home/.pgpass", "*:*:*:office:" + secret + "\n");
  fs::permissions(folder / "home/.pgpass", fs::perms::owner_read | fs::perms::owner_write);
  write_file(folder / "service",
             "[exchange]\nuser=office\ndbname=postgres\nhost=" + host + "\npassword=" + secret + "\n");
  const auto sent = [&](const std::string& surroundings, const std::string& to) {
    const ShellResult result =
        play.run(surroundings + " matter export in --allow-invalid --date 2026-01-31 --to national-exchange --sink '" +
                 to + "' --report r --out o --force; echo \"exit $?\"; cat r o/*; rm -r r o");
    CHECK_FALSE(has(result.out + result.err, secret));
    return result.out + result.err;
  };
  const std::string office = "postgresql://office" + rest;
  const std::string without = sent("", office);
  CHECK_MESSAGE(has(without, "no password supplied"), without);
  const std::string wrong = sent("PGPASSWORD=falsch-88", office);
  CHECK_MESSAGE(has(wrong, "password authentication failed"), wrong);
  CHECK_FALSE(has(wrong, "falsch-88"));
  const std::string variable = sent("PGPASSWORD=" + secret, office);
  CHECK_MESSAGE(has(variable, "exit 0"), variable);
  CHECK(has(sent("HOME=\"$PWD/home\"", office), "exit 0"));
  CHECK(has(sent("PGPASSFILE=home/.pgpass", office), "exit 0"));
  CHECK(has(sent("PGSERVICEFILE=service", "postgresql:///?service=exchange"), "exit 0"));
  CHECK(has(sent("", "postgresql://office:" + secret + rest), "exit 0"));
  CHECK(play.server->ask("SELECT count(*) FROM matter_export_rows") == "5\n");
}

TEST_CASE("sink ways: whose rows they are is asked by the path that was given, samples are refused in one line") {
  const TemporaryFolder folder;
  const auto said = [&](const std::string& what) {
    const ShellResult result = run_in_shell(
        "matter export " + what + " --allow-invalid --to national-exchange --sink postgresql://u@127.0.0.1:1/d",
        folder.path(), MATTER_PROGRAM);
    return result.out + result.err;
  };
  write_file(folder.path() / "loose/one/a.yaml", "name: 甲\ncode: T1\ntype: 公共服务\n");
  const std::string nameless = said("loose/");
  CHECK_MESSAGE(has(nameless, "say --scope NAME: loose/ "), nameless);
  CHECK(has(said("loose/one/a.yaml"), "say --scope NAME: loose/one/a.yaml "));
  for (const std::string n : {"1", "2", "3", "4", "5"}) {
    write_file(folder.path() / ("s/" + n + "/catalog.yaml"), "format: 1\nname: 样例" + n + "\nsample: 是\n");
    write_file(folder.path() / ("s/" + n + "/a.yaml"), "name: 甲\ncode: T" + n + "\ntype: 公共服务\n");
  }
  const std::string samples = said("s");
  CHECK_MESSAGE(has(samples, "catalogs of samples never go to a live platform: s/1, s/2, s/3 and 2 more"), samples);
  CHECK(samples.find("error:") == samples.rfind("error: cat"));
}
