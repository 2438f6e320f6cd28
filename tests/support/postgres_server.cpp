#include "support/postgres_server.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>

#include "media/postgresql.h"
#include "support/shell.h"

namespace matter::test {

namespace {

namespace fs = std::filesystem;

/// Debian keeps each version's programs in a folder of their own.
fs::path find_programs() {
  std::error_code none;
  fs::path found;
  for (const fs::directory_entry& version : fs::directory_iterator("/usr/lib/postgresql", none)) {
    if (fs::exists(version.path() / "bin/initdb") && version.path() > found) found = version.path();
  }
  if (!found.empty()) return found / "bin";
  return fs::exists("/usr/bin/initdb") ? fs::path("/usr/bin") : fs::path();
}

std::string in_quotes(const std::string& text) { return "'" + text + "'"; }

}  // namespace

std::unique_ptr<PostgresServer> PostgresServer::start_or_say(const std::string& test) {
#if defined(MATTER_POSTGRESQL)
  use_postgresql(connect_with_libpq);
#endif
  const fs::path programs = find_programs();
  if (programs.empty()) {
    if (std::getenv("CI") != nullptr) FAIL_CHECK("PostgreSQL is not installed: run scripts/setup");
    MESSAGE("skipped: PostgreSQL (initdb) is not installed: ", test);
    return nullptr;
  }
  std::string name = (fs::temp_directory_path() / "pg-XXXXXX").string();
  REQUIRE(::mkdtemp(name.data()) != nullptr);
  std::unique_ptr<PostgresServer> server(new PostgresServer(programs, name));
  if (::geteuid() == 0) REQUIRE(std::system(("chown postgres " + in_quotes(name)).c_str()) == 0);
  REQUIRE(server->as_owner((programs / "initdb").string() + " -D " + in_quotes(name + "/data") +
                           " -A trust -U matter -E UTF8 --locale=C --no-sync --no-instructions") == 0);
  server->start();
  return server;
}

PostgresServer::PostgresServer(fs::path programs, fs::path folder)
    : programs_(std::move(programs)), folder_(std::move(folder)) {}

PostgresServer::~PostgresServer() {
  static_cast<void>(as_owner((programs_ / "pg_ctl").string() + " -D " + in_quotes((folder_ / "data").string()) +
                             " -m immediate stop"));
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

int PostgresServer::as_owner(const std::string& line) const {
  const std::string user = ::geteuid() == 0 ? "runuser -u postgres -- " : "";
  return std::system(("cd " + in_quotes(folder_.string()) + " && " + user + "env LC_ALL=C.UTF-8 " + line +
                      " </dev/null >" + in_quotes((folder_ / "said").string()) + " 2>&1")
                         .c_str());
}

void PostgresServer::start() {
  const int code = as_owner(
      (programs_ / "pg_ctl").string() + " -w -D " + in_quotes((folder_ / "data").string()) + " -l " +
      in_quotes((folder_ / "log").string()) + " -o " +
      in_quotes("-c listen_addresses= -c fsync=off -c unix_socket_directories=" + folder_.string()) + " start");
  REQUIRE_MESSAGE(code == 0, whole_file(folder_ / "said"));
}

void PostgresServer::kill() {
  std::ifstream file(folder_ / "data/postmaster.pid");
  int pid = 0;
  REQUIRE((file >> pid));
  REQUIRE(::kill(pid, SIGKILL) == 0);
  while (::kill(pid, 0) == 0) ::usleep(1000);
  ::usleep(200'000);  // its children notice that it is gone
}

std::string PostgresServer::address() const { return "postgresql://matter@/postgres?host=" + folder_.string(); }

std::string PostgresServer::psql(const std::string& arguments, const std::string& input) const {
  write_file(fs::path(folder_) / "input.sql", input);
  const fs::path out = folder_ / "answer";
  const std::string line = "psql -X -q " + arguments + " " + in_quotes(address()) + " <" +
                           in_quotes((folder_ / "input.sql").string()) + " >" + in_quotes(out.string()) + " 2>&1";
  static_cast<void>(std::system(line.c_str()));
  return whole_file(out);
}

std::string PostgresServer::ask(const std::string& sql) const { return psql("-At", sql + ";\n"); }

std::string PostgresServer::run(const fs::path& script) const { return psql("-f " + in_quotes(script.string()), {}); }

std::string PostgresServer::csv(const std::string& query) const {
  return psql("-At", "COPY (" + query + ") TO STDOUT (FORMAT csv);\n");
}

}  // namespace matter::test
