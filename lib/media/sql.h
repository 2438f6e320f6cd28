#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace matter {

enum class SqlType : std::uint8_t { text, whole_number, date_time };

struct SqlColumn {
  std::string_view name;
  SqlType type = SqlType::text;
  std::uint32_t length = 0;  ///< of text, in characters; 0: no limit
  std::string_view comment;
  bool key = false;  ///< tells the rows of the table apart
};

struct SqlTable {
  std::string_view name, comment;
  std::vector<SqlColumn> columns;
};

// SQL as PostgreSQL reads it. Whatever a text holds, it stays within its quotes, for readers that take a backslash for
// an escape and for those that do not.

/// A name between double quotes.
[[nodiscard]] std::string sql_name(std::string_view name);
/// `schema`.`name`, or the name alone.
[[nodiscard]] std::string sql_name(std::string_view schema, std::string_view name);
/// A text literal on one line. NUL, which no text of SQL can hold, must not be in it.
void append_sql_text(std::string& to, std::string_view text);
/// varchar(256), integer, timestamp
[[nodiscard]] std::string sql_type(const SqlColumn& column);
/// CREATE TABLE IF NOT EXISTS, then what the table and its columns mean as comments; without semicolons.
[[nodiscard]] std::vector<std::string> create_table_statements(std::string_view schema, const SqlTable& table);
/// One row; an empty text is NULL.
void append_insert(std::string& to, const SqlTable& table, const std::vector<std::string>& row);
/// The row of the same key goes, if it is there.
void append_delete(std::string& to, const SqlTable& table, const std::vector<std::string>& row);
/// Of the row of the same key, the columns that `changes` names by index become those of `row`.
void append_update(std::string& to, const SqlTable& table, const std::vector<std::string>& row,
                   const std::function<bool(std::size_t)>& changes);
/// Whether a column can hold a text that is not empty, as to its type.
[[nodiscard]] bool sql_fits(SqlType type, std::string_view text);

/// Bytes of a name that PostgreSQL keeps.
inline constexpr std::size_t most_sql_name_bytes = 63;

}  // namespace matter
