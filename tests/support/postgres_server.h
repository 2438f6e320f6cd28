#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace matter::test {

/// A PostgreSQL server of the test's own: its data in a temporary folder, reached by a socket in it, gone at the end.
/// The server refuses to run as root; it is then run as the user `postgres`.
class PostgresServer {
 public:
  /// Null, saying that `test` was skipped, where no server is installed; with CI in the environment that is a failure.
  [[nodiscard]] static std::unique_ptr<PostgresServer> start_or_say(const std::string& test);
  ~PostgresServer();
  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;

  /// postgresql://…, as libpq and psql read it.
  [[nodiscard]] std::string address() const;
  /// What psql prints for a statement: cells separated by |, one row a line.
  [[nodiscard]] std::string ask(const std::string& sql) const;
  /// Runs a script; what psql complains of, empty when it is content.
  [[nodiscard]] std::string run(const std::filesystem::path& script) const;
  /// The rows of a query, as CSV without a heading.
  [[nodiscard]] std::string csv(const std::string& query) const;

  /// As if the machine lost its power.
  void kill();
  void start();

 private:
  PostgresServer(std::filesystem::path programs, std::filesystem::path folder);
  [[nodiscard]] int as_owner(const std::string& line) const;
  [[nodiscard]] std::string psql(const std::string& arguments, const std::string& input) const;

  std::filesystem::path programs_, folder_;
};

}  // namespace matter::test
