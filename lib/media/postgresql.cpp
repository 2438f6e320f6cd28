#include "media/postgresql.h"

namespace matter {

namespace {

ConnectPostgresql* driver = nullptr;

}  // namespace

void use_postgresql(ConnectPostgresql* connect) { driver = connect; }

bool has_postgresql() { return driver != nullptr; }

std::unique_ptr<PostgresConnection> connect_postgresql(const std::string& address) {
  if (driver == nullptr) throw PostgresError("this program was built without PostgreSQL", true);
  return driver(address);
}

bool is_postgresql_address(std::string_view address) {
  return address.starts_with("postgresql://") || address.starts_with("postgres://");
}

}  // namespace matter
