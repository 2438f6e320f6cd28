#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace matter {

/// What the server, or the way to it, said. No password is in it.
class PostgresError : public std::runtime_error {
 public:
  PostgresError(const std::string& text, bool connection) : std::runtime_error(text), connection_(connection) {}
  /// Whether there is no connection any more, or never was.
  [[nodiscard]] bool connection() const { return connection_; }

 private:
  bool connection_;
};

/// A session with a PostgreSQL server. Values are texts in UTF-8; nothing is NULL. All members throw PostgresError.
/// What was not committed when it ends never was.
class PostgresConnection {
 public:
  using Value = std::optional<std::string_view>;
  using TakeRow = std::function<void(const std::vector<Value>&)>;

  PostgresConnection() = default;
  PostgresConnection(const PostgresConnection&) = delete;
  PostgresConnection& operator=(const PostgresConnection&) = delete;
  virtual ~PostgresConnection() = default;

  /// One statement, `$1` … being the values; `take` is called for each row as it comes.
  virtual void run(const std::string& sql, const std::vector<Value>& values = {}, const TakeRow& take = {}) = 0;
  virtual void prepare(const std::string& name, const std::string& sql) = 0;
  /// A prepared statement that is sent without waiting for its end.
  virtual void queue(const std::string& name, const std::vector<Value>& values) = 0;
  /// Waits for all that were queued.
  virtual void settle() = 0;

  /// Where it is: postgresql://user@host:port/database, without a password.
  [[nodiscard]] virtual std::string place() const = 0;
};

using ConnectPostgresql = std::unique_ptr<PostgresConnection>(const std::string& address);
/// What connects, said once before anything else runs. A program that is one file cannot hold libpq and has none.
void use_postgresql(ConnectPostgresql* connect);
[[nodiscard]] bool has_postgresql();
/// The driver of the library matter_postgresql.
[[nodiscard]] std::unique_ptr<PostgresConnection> connect_with_libpq(const std::string& address);

/// `address` is postgresql://…; what it does not say, libpq takes from its variables, ~/.pgpass and the service file.
/// Throws PostgresError.
[[nodiscard]] std::unique_ptr<PostgresConnection> connect_postgresql(const std::string& address);

/// Whether it is meant as the address of a PostgreSQL server.
[[nodiscard]] bool is_postgresql_address(std::string_view address);

}  // namespace matter
