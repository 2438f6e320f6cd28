#include "exchange/sink_tables.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "exchange/sql_rows.h"

namespace matter {

namespace {

/// A column as information_schema tells of it.
struct Found {
  std::string type;
  std::uint32_t length = 0;  // 0: no limit
  bool not_null = false;
  bool fills_itself = false;
};
using FoundTable = std::map<std::string, Found, std::less<>>;

FoundTable find_columns(PostgresConnection& database, std::string_view schema, std::string_view table) {
  FoundTable found;
  database.run(
      "SELECT column_name, data_type, character_maximum_length, is_nullable, column_default IS NOT NULL OR is_identity "
      "= 'YES' OR is_generated = 'ALWAYS' FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2",
      {schema, table}, [&](const auto& row) {
        Found& column = found[std::string(*row[0])];
        column.type = *row[1];
        if (row[2]) std::from_chars(row[2]->data(), row[2]->data() + row[2]->size(), column.length);
        column.not_null = *row[3] == "NO";
        column.fills_itself = *row[4] == "t";
      });
  return found;
}

bool is_text(std::string_view type) { return type == "character varying" || type == "character" || type == "text"; }

/// What a text is cast to for a column of this type; nothing where it cannot hold what the mapping puts there.
std::optional<std::string> cast_for(SqlType wanted, const Found& column) {
  constexpr std::uint32_t digits = 11;
  constexpr std::uint32_t time = 19;
  if (is_text(column.type)) {
    const std::uint32_t needed = wanted == SqlType::whole_number ? digits : wanted == SqlType::date_time ? time : 0;
    return column.length == 0 || column.length >= needed ? std::optional<std::string>("text") : std::nullopt;
  }
  const bool number = column.type == "integer" || column.type == "bigint" || column.type == "numeric";
  if (wanted == SqlType::whole_number && number) return column.type;
  if (wanted == SqlType::date_time && column.type == "timestamp without time zone") return "timestamp";
  return std::nullopt;
}

class TableCheck {
 public:
  TableCheck(const std::string& schema, MappedTable& table, Collector& findings)
      : schema_(schema), table_(table), findings_(findings), where_(schema + "." + std::string(table.name)) {}

  SinkTable check(const FoundTable& found) {
    SinkTable made{sql_name(schema_, table_.name), {}};
    for (Column& column : table_.columns) {
      SinkColumn& into = made.columns.emplace_back();
      if (found.empty()) {
        into.cast = sql_type(SqlColumn{column.name, sql_type_of(column)});
      } else if (const auto at = found.find(column.name); at == found.end()) {
        wrong({"表 {} 没有列 {}", "table {} has no column {}"}, where_, column.name);
      } else {
        check_column(column, at->second, into);
      }
    }
    for (const auto& one : found) {
      const auto same = [&](const Column& column) { return column.name == one.first; };
      const bool ours = std::any_of(table_.columns.begin(), table_.columns.end(), same);
      if (!ours && one.second.not_null && !one.second.fills_itself)
        wrong({"表 {} 的列 {} 必填，平台的映射没有这一列",
               "table {}: column {} must be filled, and the mapping has none of that name"},
              where_, one.first);
    }
    return made;
  }

 private:
  void check_column(Column& column, const Found& found, SinkColumn& into) {
    const auto cast = cast_for(sql_type_of(column), found);
    if (!cast) {
      wrong({"表 {} 的列 {} 是 {}，应当能放下 {}", "table {}: column {} is {}, and should hold {}"}, where_,
            column.name, found.type, column.type_text);
      return;
    }
    if (column.type == ColumnType::text && found.length != 0 && (column.length == 0 || found.length < column.length)) {
      wrong({"表 {} 的列 {} 只有 {} 个字，应当有 {}", "table {}: column {} holds {} characters, and should {}"}, where_,
            column.name, found.length, column.length == 0 ? "text" : column.type_text);
    }
    if (column.type == ColumnType::text) column.length = found.length;
    into.cast = *cast;
    into.not_null = found.not_null;
  }

  template <class... Args>
  void wrong(const WordsFor<Args...>& words, Args&&... args) {
    findings_.add("field-value", Severity::error, {}, words, std::forward<Args>(args)...);
  }

  const std::string& schema_;
  MappedTable& table_;
  Collector& findings_;
  std::string where_;
};

}  // namespace

std::string sink_schema(PostgresConnection& database, const std::string& named, Collector& findings) {
  std::string schema;
  database.run(named.empty() ? "SELECT current_schema()" : "SELECT nspname FROM pg_namespace WHERE nspname = $1",
               named.empty() ? std::vector<PostgresConnection::Value>{} : std::vector<PostgresConnection::Value>{named},
               [&](const auto& row) { schema = row[0].value_or(""); });
  if (schema.empty() && named.empty())
    findings.add("field-value", Severity::error, {},
                 {"数据库的 search_path 里没有模式：用 --schema 指定",
                  "no schema of the search path exists: name one with --schema"});
  if (schema.empty() && !named.empty())
    findings.add("field-value", Severity::error, {}, {"数据库里没有模式“{}”", "the database has no schema '{}'"},
                 named);
  return schema;
}

bool check_sink_tables(PostgresConnection& database, const std::string& schema, Mapping& mapping,
                       std::vector<SinkTable>& into, Collector& findings) {
  for (MappedTable& table : mapping.tables) {
    if (row_key(table) == nullptr) {
      findings.add("field-value", Severity::error, {},
                   {"表 {} 没有 row_id 或 matter_id 的列，分不清各行，不能写入数据库",
                    "table {} has no column of row_id or matter_id: its rows cannot be told apart in a database"},
                   table.name);
      continue;
    }
    into.push_back(TableCheck(schema, table, findings).check(find_columns(database, schema, table.name)));
  }
  return !findings.any(Severity::error);
}

void create_sink_tables(PostgresConnection& database, const std::string& schema, const Mapping& mapping) {
  database.run("BEGIN");
  for (const SqlTable& table : sql_tables(mapping)) {
    if (!find_columns(database, schema, table.name).empty()) continue;
    for (const std::string& statement : create_table_statements(schema, table)) database.run(statement);
  }
  database.run(
      "CREATE TABLE IF NOT EXISTS " + sql_name(schema, "matter_export_rows") +
      " (platform text NOT NULL, scope text NOT NULL, table_name text NOT NULL, row_key text NOT NULL, hash text "
      "NOT NULL, ids text NOT NULL, batch text NOT NULL, PRIMARY KEY (table_name, row_key))");
  database.run("CREATE TABLE IF NOT EXISTS " + sql_name(schema, "matter_export_batches") +
               " (batch text PRIMARY KEY, platform text NOT NULL, scopes text NOT NULL, day date NOT NULL, inserted "
               "integer NOT NULL, updated integer NOT NULL, removed integer NOT NULL, last boolean NOT NULL, committed "
               "timestamptz NOT NULL DEFAULT now())");
  database.run("COMMIT");
}

}  // namespace matter
