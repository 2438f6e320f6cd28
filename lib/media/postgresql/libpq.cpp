#include <libpq-fe.h>

#include <algorithm>

#include "media/postgresql.h"

namespace matter {

namespace {

/// Statements on their way, at most: their answers must not fill what lies between us and the server.
constexpr std::size_t most_on_the_way = 128;

using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

class Parameters {
 public:
  explicit Parameters(const std::vector<PostgresConnection::Value>& values) {
    texts_.reserve(values.size());
    for (const auto& value : values) {
      if (value) texts_.emplace_back(*value);
    }
    std::size_t next = 0;
    for (const auto& value : values) pointers_.push_back(value ? texts_[next++].c_str() : nullptr);
  }
  [[nodiscard]] int count() const { return static_cast<int>(pointers_.size()); }
  [[nodiscard]] const char* const* get() const { return pointers_.data(); }

 private:
  std::vector<std::string> texts_;  // ended by NUL, as libpq wants them
  std::vector<const char*> pointers_;
};

/// One line, without any of the secrets.
std::string told(std::string text, const std::vector<std::string>& secrets) {
  for (const std::string& secret : secrets) {
    for (std::size_t at = text.find(secret); at != std::string::npos; at = text.find(secret, at + 3))
      text.replace(at, secret.size(), "***");
  }
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2)) {
    const std::size_t end = text.find_first_not_of(" \t\n", at);
    text.replace(at, (end == std::string::npos ? text.size() : end) - at, "; ");
  }
  return text;
}

/// The passwords of an address. One that cannot be read is not shown either: libpq would print it whole.
std::vector<std::string> secrets_of(const std::string& address) {
  char* why = nullptr;
  PQconninfoOption* const options = PQconninfoParse(address.c_str(), &why);
  PQfreemem(why);
  if (options == nullptr) throw PostgresError("the address of the database cannot be read: postgresql://…", true);
  std::vector<std::string> secrets;
  for (const PQconninfoOption* one = options; one->keyword != nullptr; ++one) {
    const bool secret = std::string_view(one->keyword).find("password") != std::string_view::npos;
    if (secret && one->val != nullptr && *one->val != '\0') secrets.emplace_back(one->val);
  }
  PQconninfoFree(options);
  return secrets;
}

class LibpqConnection final : public PostgresConnection {
 public:
  explicit LibpqConnection(const std::string& address) : secrets_(secrets_of(address)) {
    // What stands before dbname holds where the address says nothing else, what stands behind it always.
    const char* const keys[] = {"connect_timeout", "fallback_application_name", "dbname", "client_encoding", nullptr};
    const char* const values[] = {"15", "matter", address.c_str(), "UTF8", nullptr};
    connection_ = PQconnectdbParams(keys, values, 1);
    if (PQstatus(connection_) != CONNECTION_OK) {
      const std::string why = told(PQerrorMessage(connection_), secrets_);
      PQfinish(connection_);
      throw PostgresError(why, true);
    }
    PQsetNoticeProcessor(
        connection_, [](void*, const char*) {}, nullptr);
    try {
      run("SET datestyle TO ISO, YMD", {}, {});
    } catch (...) {
      PQfinish(connection_);
      throw;
    }
  }
  ~LibpqConnection() override { PQfinish(connection_); }

  void run(const std::string& sql, const std::vector<Value>& values, const TakeRow& take) override {
    const Parameters parameters(values);
    if (PQsendQueryParams(connection_, sql.c_str(), parameters.count(), nullptr, parameters.get(), nullptr, nullptr,
                          0) == 0)
      fail();
    if (take) PQsetSingleRowMode(connection_);
    read_all(take);
  }

  void prepare(const std::string& name, const std::string& sql) override {
    if (PQsendPrepare(connection_, name.c_str(), sql.c_str(), 0, nullptr) == 0) fail();
    read_all({});
  }

  void queue(const std::string& name, const std::vector<Value>& values) override {
    if (on_the_way_ == 0 && PQenterPipelineMode(connection_) == 0) fail();
    const Parameters parameters(values);
    if (PQsendQueryPrepared(connection_, name.c_str(), parameters.count(), parameters.get(), nullptr, nullptr, 0) == 0)
      fail();
    if (++on_the_way_ >= most_on_the_way) settle();
  }

  void settle() override {
    if (on_the_way_ == 0) return;
    if (PQpipelineSync(connection_) == 0) fail();
    std::string wrong;
    bool ended = false;
    while (!ended) {
      const Result result(PQgetResult(connection_), PQclear);
      if (result == nullptr) {
        if (PQstatus(connection_) != CONNECTION_OK) fail();
        continue;  // the end of one statement
      }
      const ExecStatusType status = PQresultStatus(result.get());
      ended = status == PGRES_PIPELINE_SYNC;
      if (status == PGRES_FATAL_ERROR && wrong.empty()) wrong = message_of(result.get());
      if (PQstatus(connection_) != CONNECTION_OK) fail();
    }
    on_the_way_ = 0;
    PQexitPipelineMode(connection_);
    if (!wrong.empty()) throw PostgresError(wrong, false);
  }

  [[nodiscard]] std::string place() const override {
    const auto text = [](const char* value) { return std::string(value != nullptr ? value : ""); };
    std::string host = text(PQhost(connection_));
    const bool socket = host.starts_with('/');
    std::string place = "postgresql://" + text(PQuser(connection_)) + "@";
    if (!socket) place += host + ":" + text(PQport(connection_));
    return place + "/" + text(PQdb(connection_)) + (socket ? "?host=" + host : "");
  }

 private:
  [[noreturn]] void fail() const {
    throw PostgresError(told(PQerrorMessage(connection_), secrets_), PQstatus(connection_) != CONNECTION_OK);
  }

  [[nodiscard]] std::string message_of(const PGresult* result) const {
    return told(PQresultErrorMessage(result), secrets_);
  }

  void read_all(const TakeRow& take) {
    std::string wrong;
    std::vector<Value> row;
    while (true) {
      const Result result(PQgetResult(connection_), PQclear);
      if (result == nullptr) break;
      const ExecStatusType status = PQresultStatus(result.get());
      if (status == PGRES_FATAL_ERROR) wrong = message_of(result.get());
      if (status != PGRES_SINGLE_TUPLE && status != PGRES_TUPLES_OK) continue;
      for (int r = 0; take && r < PQntuples(result.get()); ++r) {
        row.clear();
        for (int c = 0; c < PQnfields(result.get()); ++c) {
          if (PQgetisnull(result.get(), r, c) != 0) {
            row.emplace_back();
          } else {
            row.emplace_back(std::string_view(PQgetvalue(result.get(), r, c),
                                              static_cast<std::size_t>(PQgetlength(result.get(), r, c))));
          }
        }
        take(row);
      }
    }
    if (PQstatus(connection_) != CONNECTION_OK) fail();
    if (!wrong.empty()) throw PostgresError(wrong, false);
  }

  std::vector<std::string> secrets_;
  PGconn* connection_ = nullptr;
  std::size_t on_the_way_ = 0;
};

}  // namespace

std::unique_ptr<PostgresConnection> connect_with_libpq(const std::string& address) {
  return std::make_unique<LibpqConnection>(address);
}

}  // namespace matter
