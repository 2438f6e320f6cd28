#include "media/sqlite.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace matter {

namespace {

[[noreturn]] void fail(int error, const std::string& what) {
  throw std::system_error(error != 0 ? error : EIO, std::generic_category(), what);
}

}  // namespace

struct SqliteWriter::Database {
  int file = -1;  // of the temporary file, which has no name any more
  std::string path;
  sqlite3* db = nullptr;
  std::vector<sqlite3_stmt*> inserts;

  void check(int code) const {
    if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
    fail(sqlite3_system_errno(db), path + ": " + sqlite3_errmsg(db));
  }
  void run(const std::string& sql) const { check(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr)); }
  void close() {
    for (sqlite3_stmt* const insert : inserts) sqlite3_finalize(insert);
    inserts.clear();
    sqlite3_close(db);
    db = nullptr;
  }
};

SqliteWriter::SqliteWriter() : database_(std::make_unique<Database>()) {
  Database& d = *database_;
  d.path = (std::filesystem::temp_directory_path() / "matter-XXXXXX").string();
  d.file = ::mkstemp(d.path.data());
  if (d.file < 0) fail(errno, d.path);
  const int opened = sqlite3_open_v2(d.path.c_str(), &d.db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, nullptr);
  // What is on the disk before the end is nobody's: no journal, and nothing is left behind when the program dies.
  if (opened == SQLITE_OK)
    d.run("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; BEGIN");
  ::unlink(d.path.c_str());
  d.check(opened);
}

SqliteWriter::~SqliteWriter() {
  if (database_->db != nullptr) database_->close();
  if (database_->file >= 0) ::close(database_->file);
}

void SqliteWriter::add_table(const SqlTable& table) {
  std::string create = "CREATE TABLE " + sql_name(table.name) + " (";
  std::string insert = "INSERT INTO " + sql_name(table.name) + " VALUES (";
  for (const SqlColumn& column : table.columns) {
    const bool first = &column == table.columns.data();
    create.append(first ? "" : ", ").append(sql_name(column.name)).append(" ");
    create.append(column.type == SqlType::date_time ? "text" : sql_type(column));
    create += column.key ? " PRIMARY KEY" : "";
    insert += first ? "?" : ", ?";
  }
  database_->run(create + ")");
  sqlite3_stmt* statement = nullptr;
  database_->check(sqlite3_prepare_v2(database_->db, (insert + ")").c_str(), -1, &statement, nullptr));
  database_->inserts.push_back(statement);
}

void SqliteWriter::add_row(std::size_t table, const std::vector<std::string>& row) {
  sqlite3_stmt* const insert = database_->inserts[table];
  for (std::size_t i = 0; i < row.size(); ++i) {
    const int at = static_cast<int>(i) + 1;
    if (row[i].empty()) {
      database_->check(sqlite3_bind_null(insert, at));
    } else {
      database_->check(sqlite3_bind_text(insert, at, row[i].data(), static_cast<int>(row[i].size()), SQLITE_STATIC));
    }
  }
  database_->check(sqlite3_step(insert));
  sqlite3_reset(insert);
}

void SqliteWriter::finish(const std::function<void(std::string_view)>& to) {
  database_->run("COMMIT");
  database_->close();
  std::string piece(std::size_t{1} << 20U, '\0');
  for (off_t at = 0;;) {
    const ssize_t got = ::pread(database_->file, piece.data(), piece.size(), at);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(errno, database_->path);
    if (got == 0) return;
    to(std::string_view(piece).substr(0, static_cast<std::size_t>(got)));
    at += got;
  }
}

struct SqliteReader::Database {
  sqlite3* db = nullptr;
  ~Database() { sqlite3_close(db); }
};

SqliteReader::SqliteReader(const std::string& path) : database_(std::make_unique<Database>()) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(errno, path);
  ::close(file);
  const int opened = sqlite3_open_v2(path.c_str(), &database_->db, SQLITE_OPEN_READONLY, nullptr);
  if (opened != SQLITE_OK) throw SqliteError(sqlite3_errmsg(database_->db));
  run("BEGIN", {}, {});
}

SqliteReader::~SqliteReader() = default;

void SqliteReader::run(const std::string& sql, const std::vector<std::string>& values, const TakeRow& take) {
  sqlite3_stmt* statement = nullptr;
  const auto fail = [&] {
    std::string why = sqlite3_errmsg(database_->db);
    sqlite3_finalize(statement);
    throw SqliteError(why);
  };
  if (sqlite3_prepare_v2(database_->db, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) fail();
  for (std::size_t i = 0; i < values.size(); ++i) {
    const int length = static_cast<int>(values[i].size());
    sqlite3_bind_text(statement, static_cast<int>(i) + 1, values[i].data(), length, SQLITE_STATIC);
  }
  std::vector<Value> row(static_cast<std::size_t>(sqlite3_column_count(statement)));
  int step = SQLITE_ROW;
  while ((step = sqlite3_step(statement)) == SQLITE_ROW) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const int at = static_cast<int>(i);
      const auto* const text = reinterpret_cast<const char*>(sqlite3_column_text(statement, at));
      row[i] = std::nullopt;
      if (text != nullptr)
        row[i] = std::string_view(text, static_cast<std::size_t>(sqlite3_column_bytes(statement, at)));
    }
    if (take) take(row);
  }
  if (step != SQLITE_DONE) fail();
  sqlite3_finalize(statement);
}

}  // namespace matter
