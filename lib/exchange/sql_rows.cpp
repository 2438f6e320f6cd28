#include "exchange/sql_rows.h"

#include "media/sqlite.h"

namespace matter {

namespace {

constexpr std::string_view sample_mark = "样例，非正式文本";

std::size_t number_of(const Mapping& mapping, const MappedTable& table) {
  return static_cast<std::size_t>(&table - mapping.tables.data());
}

class SqlScript : public TableFile {
 public:
  SqlScript(const Mapping& mapping, bool sample) : mapping_(mapping), tables_(sql_tables(mapping)), sample_(sample) {}

  void begin(const TakeBytes& to) override {
    std::string text = "-- ";
    text.append(mapping_.platform).append(sample_ ? "：" : "").append(sample_ ? sample_mark : "").append("\n");
    text += "BEGIN;\n";
    for (const SqlTable& table : tables_) {
      for (const std::string& statement : create_table_statements({}, table)) text.append(statement).append(";\n");
    }
    to(text);
  }

  void add(const MappedTable& table, const std::vector<std::string>& texts, bool may_stand,
           const TakeBytes& to) override {
    const SqlTable& sql = tables_[number_of(mapping_, table)];
    text_.clear();
    if (may_stand) append_delete(text_, sql, texts);
    append_insert(text_, sql, texts);
    to(text_);
  }

  void remove(const MappedTable& table, const std::vector<std::string>& texts, const TakeBytes& to) override {
    const SqlTable& sql = tables_[number_of(mapping_, table)];
    text_.clear();
    if (table.column_of(FunctionId::operation) == nullptr) {
      append_delete(text_, sql, texts);
    } else {
      append_update(text_, sql, texts, [&](std::size_t column) { return tells_of_run(table.columns[column]); });
    }
    to(text_);
  }

  void finish(const TakeBytes& to) override { to("COMMIT;\n"); }

 private:
  const Mapping& mapping_;
  std::vector<SqlTable> tables_;
  bool sample_;
  std::string text_;
};

class SqliteFile : public TableFile {
 public:
  SqliteFile(const Mapping& mapping, const DateValue& day, bool sample) : mapping_(mapping) {
    for (const SqlTable& table : sql_tables(mapping)) writer_.add_table(table);
    writer_.add_table({"matter_export", {}, {{.name = "name", .key = true}, {.name = "value"}}});
    const auto say = [&](std::string_view name, std::string_view value) {
      if (!value.empty()) writer_.add_row(mapping.tables.size(), {std::string(name), std::string(value)});
    };
    say("platform", mapping.platform);
    say("label", mapping.label);
    say("mapping_version", std::to_string(mapping.version));
    say("mapping_status", mapping.status);
    say("date", to_text(day));
    say("sample", sample ? sample_mark : std::string_view{});
  }

  void add(const MappedTable& table, const std::vector<std::string>& texts, bool /*may_stand*/,
           const TakeBytes& /*to*/) override {
    writer_.add_row(number_of(mapping_, table), texts);
  }

  void remove(const MappedTable& table, const std::vector<std::string>& texts, const TakeBytes& /*to*/) override {
    writer_.add_row(number_of(mapping_, table), texts);
  }

  void finish(const TakeBytes& to) override { writer_.finish(to); }

 private:
  const Mapping& mapping_;
  SqliteWriter writer_;
};

}  // namespace

SqlTable sql_table(const MappedTable& table) {
  SqlTable made{table.name, table.label, {}};
  const Column* const key = row_key(table);
  for (const Column& column : table.columns)
    made.columns.push_back({column.name, sql_type_of(column), column.length, column.label, &column == key});
  return made;
}

std::vector<SqlTable> sql_tables(const Mapping& mapping) {
  std::vector<SqlTable> tables;
  for (const MappedTable& table : mapping.tables) tables.push_back(sql_table(table));
  return tables;
}

std::unique_ptr<TableFile> make_sql_script(const Mapping& mapping, bool sample) {
  return std::make_unique<SqlScript>(mapping, sample);
}

std::unique_ptr<TableFile> make_sqlite_file(const Mapping& mapping, const DateValue& day, bool sample) {
  return std::make_unique<SqliteFile>(mapping, day, sample);
}

}  // namespace matter
