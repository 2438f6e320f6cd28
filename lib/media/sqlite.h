#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "media/sql.h"

namespace matter {

/// An SQLite database in the making, in a temporary file that nobody else sees. The same tables and rows in the same
/// order give the same bytes. Throws std::system_error where the disk fails.
class SqliteWriter {
 public:
  SqliteWriter();
  ~SqliteWriter();
  SqliteWriter(const SqliteWriter&) = delete;
  SqliteWriter& operator=(const SqliteWriter&) = delete;

  /// Tables are numbered as they come. All of them before the first row.
  void add_table(const SqlTable& table);
  /// One text a column; an empty one is NULL.
  void add_row(std::size_t table, const std::vector<std::string>& row);
  /// Ends it and gives out its bytes piece by piece.
  void finish(const std::function<void(std::string_view)>& to);

 private:
  struct Database;
  std::unique_ptr<Database> database_;
};

/// What an SQLite file, or the way to it, said.
class SqliteError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// An SQLite database that is there, to be read; nothing is written beside it either. All members throw SqliteError.
class SqliteReader {
 public:
  using Value = std::optional<std::string_view>;
  using TakeRow = std::function<void(const std::vector<Value>&)>;

  /// Throws std::system_error where the file cannot be opened at all.
  explicit SqliteReader(const std::string& path);
  ~SqliteReader();
  SqliteReader(const SqliteReader&) = delete;
  SqliteReader& operator=(const SqliteReader&) = delete;

  /// One query, `?` being the values; `take` is called for each row, whose values are texts.
  void run(const std::string& sql, const std::vector<std::string>& values, const TakeRow& take);

 private:
  struct Database;
  std::unique_ptr<Database> database_;
};

}  // namespace matter
