// The tables that a platform sends, read out of a database: PostgreSQL, or an SQLite file.
#include <algorithm>
#include <set>

#include "exchange/sink_tables.h"
#include "media/csv.h"
#include "media/postgresql.h"
#include "media/sql.h"
#include "media/sqlite.h"
#include "ops/import_families.h"

namespace matter {

namespace {

using Names = std::set<std::string, std::less<>>;
using TakeRow = std::function<void(const std::vector<std::optional<std::string_view>>&)>;

/// What is asked of a database of either sort.
class Database {
 public:
  Database() = default;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  virtual ~Database() = default;

  /// None: there is no such table.
  [[nodiscard]] virtual Names columns_of(const std::string& table) = 0;
  /// The columns of all rows as texts, in the order of some of them.
  virtual void rows(const std::string& table, const std::vector<std::string_view>& columns,
                    const std::vector<std::string_view>& order, const TakeRow& take) = 0;
  /// A table as messages name it; without a table, what it would be in.
  [[nodiscard]] virtual std::string where(const std::string& table) const = 0;
};

std::string select(const std::vector<std::string_view>& columns, std::string_view cast, const std::string& from,
                   const std::vector<std::string_view>& order) {
  std::string query;
  for (const std::string_view name : columns)
    query.append(query.empty() ? "SELECT " : ", ").append(sql_name(name)).append(cast);
  query += " FROM " + from;
  for (const std::string_view name : order)
    query.append(name == order.front() ? " ORDER BY " : ", ").append(sql_name(name));
  return query;
}

class PostgresTables final : public Database {
 public:
  PostgresTables(PostgresConnection& connection, std::string schema)
      : connection_(connection), schema_(std::move(schema)) {
    connection_.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  }

  Names columns_of(const std::string& table) override {
    Names names;
    connection_.run("SELECT column_name FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2",
                    {schema_, table}, [&](const auto& row) { names.emplace(*row[0]); });
    return names;
  }
  void rows(const std::string& table, const std::vector<std::string_view>& columns,
            const std::vector<std::string_view>& order, const TakeRow& take) override {
    connection_.run(select(columns, "::text", sql_name(schema_, table), order), {}, take);
  }
  [[nodiscard]] std::string where(const std::string& table) const override {
    return table.empty() ? schema_ : schema_ + "." + table;
  }

 private:
  PostgresConnection& connection_;
  std::string schema_;
};

class SqliteTables final : public Database {
 public:
  SqliteTables(SqliteReader& reader, std::string file) : reader_(reader), file_(std::move(file)) {}

  Names columns_of(const std::string& table) override {
    Names names;
    reader_.run("SELECT name FROM pragma_table_info(?)", {table}, [&](const auto& row) { names.emplace(*row[0]); });
    return names;
  }
  void rows(const std::string& table, const std::vector<std::string_view>& columns,
            const std::vector<std::string_view>& order, const TakeRow& take) override {
    reader_.run(select(columns, {}, sql_name(table), order), {}, take);
  }
  [[nodiscard]] std::string where(const std::string& table) const override {
    return table.empty() ? file_ : file_ + ":" + table;
  }

 private:
  SqliteReader& reader_;
  std::string file_;
};

class TablesOfDatabase {
 public:
  TablesOfDatabase(const Mapping& mapping, Database& database, Sources& sources, Collector& findings)
      : mapping_(mapping), database_(database), sources_(sources), findings_(findings) {}

  /// Those that the platform sends; where there are none, those that an export made, which is told where nothing says
  /// that it is one. False, with findings, where a table is missing or is not the platform's.
  bool read(TableTexts& into, bool of_export = false) {
    sent_ = any(true);
    if (!sent_ && !any(false)) {
      findings_.add("field-missing", Severity::error, {}, {"“{}”里没有 {}* 的表", "'{}' holds no tables {}*"},
                    database_.where({}), mapping_.import_prefix);
      return false;
    }
    if (!sent_ && !of_export && mapping_.prefix != mapping_.import_prefix)
      findings_.add("field-value", Severity::info, {},
                    {"没有平台下发的 {}* 表：读的是报送的 {}*",
                     "there are no tables {}*, as the platform sends them: read were {}*"},
                    mapping_.import_prefix, mapping_.prefix);
    into.tables.resize(mapping_.tables.size());
    for (std::size_t i = 0; i < mapping_.tables.size(); ++i) {
      const MappedTable& table = mapping_.tables[i];
      const Names columns = database_.columns_of(name_of(table, sent_));
      std::vector<std::string_view> names;
      if (!columns.empty() && find_names(table, columns, names)) into.tables[i] = rows(table, names);
      if (columns.empty() && !table.standard)
        findings_.add("field-missing", Severity::error, {}, {"没有表 {}", "there is no table {}"}, where(table));
    }
    tell_others();
    return !findings_.any(Severity::error);
  }

 private:
  [[nodiscard]] std::string name_of(const MappedTable& table, bool sent) const {
    return sent ? sent_name(mapping_, table) : std::string(table.name);
  }

  [[nodiscard]] bool any(bool sent) const {
    return std::any_of(mapping_.tables.begin(), mapping_.tables.end(), [&](const MappedTable& table) {
      return !table.standard && !database_.columns_of(name_of(table, sent)).empty();
    });
  }

  /// The columns as the table calls them; others (a vendor's id, tenant_id and such) are told, not read.
  bool find_names(const MappedTable& table, const Names& there, std::vector<std::string_view>& names) {
    bool all = true;
    for (const Column& column : table.columns) {
      const bool other = !there.contains(column.name) && there.contains(column.also_named);
      names.push_back(other ? column.also_named : column.name);
      if (other || there.contains(column.name)) continue;
      all = false;
      findings_.add("field-missing", Severity::error, {}, {"表 {} 没有列 {}", "table {} has no column {}"},
                    where(table), column.name);
    }
    for (const std::string& name : there) {
      if (std::find(names.begin(), names.end(), name) == names.end()) others_.insert(name);
    }
    return all;
  }

  void tell_others() {
    std::string list;
    for (const std::string& name : others_) list.append(list.empty() ? "" : ", ").append(name);
    if (list.empty()) return;
    findings_.add("field-value", Severity::info, {},
                  {"映射中没有的列没有读：{}", "columns that the mapping does not have were not read: {}"}, list);
  }

  TableText rows(const MappedTable& table, const std::vector<std::string_view>& names) {
    std::string text;
    CsvWriter csv(text);
    for (const std::string_view name : names) csv.cell(name);
    csv.end_row();
    std::vector<std::string_view> order;
    for (const Column* const column : {key_column(mapping_, table), table.column_of(FunctionId::export_time)}) {
      if (column != nullptr) order.push_back(names[static_cast<std::size_t>(column - table.columns.data())]);
    }
    database_.rows(name_of(table, sent_), names, order, [&](const auto& row) {
      for (const auto& value : row) csv.cell(value.value_or(std::string_view{}));
      csv.end_row();
    });
    const SourceId source = sources_.add_text(SourceKind::memory, where(table), std::move(text));
    return {source, sources_.text(source)};
  }

  [[nodiscard]] std::string where(const MappedTable& table) const { return database_.where(name_of(table, sent_)); }

  const Mapping& mapping_;
  Database& database_;
  Sources& sources_;
  Collector& findings_;
  Names others_;
  bool sent_ = true;
};

/// What an export writes of itself into an SQLite file; empty of a file from elsewhere.
std::string said_of_export(SqliteReader& reader, const std::string& name) {
  std::string value;
  reader.run("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'matter_export'", {}, [&](const auto&) {
    reader.run("SELECT value FROM matter_export WHERE name = ?", {name},
               [&](const auto& row) { value = row[0].value_or(std::string_view{}); });
  });
  return value;
}

}  // namespace

void tell_database_error(const PostgresError& error, Collector& findings) {
  findings.add("field-value", Severity::error, {},
               error.connection()
                   ? WordsFor<std::string_view>{"数据库连接不上或断开了：{}", "no connection to the database: {}"}
                   : WordsFor<std::string_view>{"数据库不接受：{}", "the database refuses: {}"},
               std::string_view(error.what()));
}

bool read_postgresql_tables(const Mapping& mapping, const std::string& address, const std::string& schema,
                            Sources& sources, Collector& findings, std::string& place, TableTexts& into) {
  const auto connection = connect_postgresql(address);
  place = connection->place();
  const std::string found = sink_schema(*connection, schema, findings);
  if (found.empty()) return false;
  PostgresTables database(*connection, found);
  return TablesOfDatabase(mapping, database, sources, findings).read(into);
}

bool read_sqlite_tables(const Mapping& mapping, const std::string& file, Sources& sources, Collector& findings,
                        TableTexts& into) {
  try {
    SqliteReader reader(file);
    const std::string platform = said_of_export(reader, "platform");
    if (!platform.empty() && platform != mapping.platform) {
      findings.add("field-value", Severity::error, {},
                   {"“{}”是给 {} 的导出，不是 {} 的", "'{}' is an export to {}, not to {}"}, file, platform,
                   mapping.platform);
      return false;
    }
    into.sample = !said_of_export(reader, "sample").empty();
    SqliteTables database(reader, file);
    return TablesOfDatabase(mapping, database, sources, findings).read(into, !platform.empty());
  } catch (const SqliteError& error) {
    findings.add("field-value", Severity::error, {},
                 {"“{}”不是能读的 SQLite 文件：{}", "'{}' is no SQLite file that can be read: {}"}, file,
                 std::string_view(error.what()));
    return false;
  }
}

}  // namespace matter
