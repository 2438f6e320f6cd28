#include "media/sql.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace matter {

namespace {

bool needs_escapes(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

bool is_whole_number(std::string_view text) {
  std::int32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

/// 2026-01-31 00:00:00; the days themselves were checked when they were read.
bool is_date_time(std::string_view text) {
  constexpr std::string_view form = "0000-00-00 00:00:00";
  return text.size() == form.size() && std::equal(text.begin(), text.end(), form.begin(), [](char c, char f) {
           return f == '0' ? c >= '0' && c <= '9' : c == f;
         });
}

}  // namespace

std::string sql_name(std::string_view name) {
  std::string quoted = "\"";
  for (const char c : name) quoted.append(c == '"' ? 2 : 1, c);
  return quoted += '"';
}

std::string sql_name(std::string_view schema, std::string_view name) {
  return schema.empty() ? sql_name(name) : sql_name(schema) + "." + sql_name(name);
}

void append_sql_text(std::string& to, std::string_view text) {
  const bool escapes = needs_escapes(text);
  to += escapes ? "E'" : "'";
  for (const char c : text) {
    if (c == '\'') {
      to += "''";
    } else if (c == '\\') {
      to += "\\\\";
    } else if (c == '\n') {
      to += "\\n";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      to += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    } else {
      to += c;
    }
  }
  to += '\'';
}

namespace {

void append_value(std::string& to, const SqlColumn& column, const std::string& text) {
  if (text.empty()) {
    to += "NULL";
  } else if (column.type == SqlType::whole_number) {
    to += text;
  } else {
    append_sql_text(to, text);
  }
}

void append_where_key(std::string& to, const SqlTable& table, const std::vector<std::string>& row) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (!table.columns[i].key) continue;
    append_value(to.append(" WHERE ").append(sql_name(table.columns[i].name)).append(" = "), table.columns[i], row[i]);
  }
  to += ";\n";
}

}  // namespace

std::string sql_type(const SqlColumn& column) {
  switch (column.type) {
    case SqlType::whole_number: return "integer";
    case SqlType::date_time: return "timestamp";
    case SqlType::text: break;
  }
  return column.length == 0 ? "text" : fmt::format("varchar({})", column.length);
}

std::vector<std::string> create_table_statements(std::string_view schema, const SqlTable& table) {
  const std::string name = sql_name(schema, table.name);
  std::vector<std::string> statements = {"CREATE TABLE IF NOT EXISTS " + name + " ("};
  const auto comment = [&](std::string_view of, const std::string& what, std::string_view text) {
    if (text.empty()) return;
    std::string& sql = statements.emplace_back("COMMENT ON ");
    append_sql_text(sql.append(of).append(" ").append(what).append(" IS "), text);
  };
  comment("TABLE", name, table.comment);
  for (const SqlColumn& column : table.columns) {
    std::string& create = statements.front();
    create.append(&column == table.columns.data() ? "\n  " : ",\n  ").append(sql_name(column.name)).append(" ");
    create.append(sql_type(column)).append(column.key ? " PRIMARY KEY" : "");
    comment("COLUMN", name + "." + sql_name(column.name), column.comment);
  }
  statements.front() += "\n)";
  return statements;
}

void append_insert(std::string& to, const SqlTable& table, const std::vector<std::string>& row) {
  to.append("INSERT INTO ").append(sql_name(table.name)).append(" (");
  for (const SqlColumn& column : table.columns)
    to.append(&column == table.columns.data() ? "" : ", ").append(sql_name(column.name));
  to += ") VALUES (";
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (i != 0) to += ", ";
    append_value(to, table.columns[i], row[i]);
  }
  to += ");\n";
}

void append_delete(std::string& to, const SqlTable& table, const std::vector<std::string>& row) {
  to.append("DELETE FROM ").append(sql_name(table.name));
  append_where_key(to, table, row);
}

void append_update(std::string& to, const SqlTable& table, const std::vector<std::string>& row,
                   const std::function<bool(std::size_t)>& changes) {
  to.append("UPDATE ").append(sql_name(table.name));
  std::string_view before = " SET ";
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (!changes(i)) continue;
    to.append(before).append(sql_name(table.columns[i].name)).append(" = ");
    append_value(to, table.columns[i], row[i]);
    before = ", ";
  }
  append_where_key(to, table, row);
}

bool sql_fits(SqlType type, std::string_view text) {
  switch (type) {
    case SqlType::whole_number: return is_whole_number(text);
    case SqlType::date_time: return is_date_time(text);
    case SqlType::text: break;
  }
  return true;
}

}  // namespace matter
