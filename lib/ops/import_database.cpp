// The tables that a platform sends, read out of a PostgreSQL database.
#include <algorithm>
#include <set>

#include "exchange/sink_tables.h"
#include "media/csv.h"
#include "media/postgresql.h"
#include "media/sql.h"
#include "ops/import_families.h"

namespace matter {

namespace {

class DatabaseTables {
 public:
  DatabaseTables(const Mapping& mapping, PostgresConnection& database, std::string schema, Sources& sources,
                 Collector& findings)
      : mapping_(mapping), database_(database), schema_(std::move(schema)), sources_(sources), findings_(findings) {}

  /// False, with findings, where a table is missing or is not the platform's.
  bool read(TableTexts& into) {
    into.tables.resize(mapping_.tables.size());
    database_.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    std::vector<const MappedTable*> missing;
    std::size_t there = 0;
    for (std::size_t i = 0; i < mapping_.tables.size(); ++i) {
      const MappedTable& table = mapping_.tables[i];
      const std::set<std::string, std::less<>> columns = columns_of(sent_name(mapping_, table));
      if (columns.empty()) {
        missing.push_back(&table);
        continue;
      }
      there += table.standard ? 0 : 1;
      std::vector<std::string_view> names;
      if (find_names(table, columns, names)) into.tables[i] = rows(table, names);
    }
    database_.run("COMMIT");
    tell_missing(missing, there);
    tell_others();
    return !findings_.any(Severity::error);
  }

 private:
  std::set<std::string, std::less<>> columns_of(const std::string& table) {
    std::set<std::string, std::less<>> names;
    database_.run("SELECT column_name FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2",
                  {schema_, table}, [&](const auto& row) { names.emplace(*row[0]); });
    return names;
  }

  /// The columns as the table calls them; others (a vendor's id, tenant_id and such) are told, not read.
  bool find_names(const MappedTable& table, const std::set<std::string, std::less<>>& there,
                  std::vector<std::string_view>& names) {
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
    std::string query;
    for (const std::string_view name : names) {
      csv.cell(name);
      query.append(query.empty() ? "SELECT " : ", ").append(sql_name(name)).append("::text");
    }
    csv.end_row();
    query += " FROM " + sql_name(schema_, sent_name(mapping_, table));
    const Column* const key = key_column(mapping_, table);
    const Column* const time = table.column_of(FunctionId::export_time);
    query += " ORDER BY " + sql_name(key->name);
    if (time != nullptr) query += ", " + sql_name(time->name);
    database_.run(query, {}, [&](const auto& row) {
      for (const auto& value : row) csv.cell(value.value_or(std::string_view{}));
      csv.end_row();
    });
    const SourceId source = sources_.add_text(SourceKind::memory, where(table), std::move(text));
    return {source, sources_.text(source)};
  }

  void tell_missing(const std::vector<const MappedTable*>& missing, std::size_t there) {
    if (there == 0) {
      findings_.add("field-missing", Severity::error, {}, {"模式 {} 里没有 {}* 的表", "schema {} holds no tables {}*"},
                    schema_, mapping_.import_prefix);
      return;
    }
    for (const MappedTable* const table : missing) {
      if (!table->standard)
        findings_.add("field-missing", Severity::error, {}, {"没有表 {}", "there is no table {}"}, where(*table));
    }
  }

  [[nodiscard]] std::string where(const MappedTable& table) const { return schema_ + "." + sent_name(mapping_, table); }

  const Mapping& mapping_;
  PostgresConnection& database_;
  std::string schema_;
  Sources& sources_;
  Collector& findings_;
  std::set<std::string> others_;
};

}  // namespace

std::unique_ptr<IncomingMatters> open_family_database(const Mapping& mapping, const std::string& address,
                                                      const std::string& schema, Sources& sources, Collector& findings,
                                                      std::string& place) {
  const auto database = connect_postgresql(address);
  place = database->place();
  const std::string found = sink_schema(*database, schema, findings);
  std::vector<TableTexts> kinds(1);
  if (found.empty() || !DatabaseTables(mapping, *database, found, sources, findings).read(kinds[0])) return nullptr;
  return incoming_families(mapping, kinds, sources, findings);
}

}  // namespace matter
