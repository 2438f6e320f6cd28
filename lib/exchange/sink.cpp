#include "exchange/sink.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "diag/collector.h"
#include "doc/json.h"
#include "doc/json_write.h"
#include "edit/break_off.h"

namespace matter {

namespace {

using Value = PostgresConnection::Value;

constexpr std::size_t serial_digits = 6;

/// What of a row is kept beside it, so that it can be said to be gone where a receiver has taken it away: what tells
/// it apart, and what is no text. No words of the catalog.
bool is_kept(const Column& column) {
  if (column.type != ColumnType::text) return true;
  if (column.function == nullptr) return column.constant.has_value();
  switch (column.function->id) {
    case FunctionId::row_id:
    case FunctionId::matter_id:
    case FunctionId::implementing_code:
    case FunctionId::handling_code:
    case FunctionId::basic_code:
    case FunctionId::directory_code: return true;
    default: return false;
  }
}

std::string statement_name(std::size_t table, bool gone) { return fmt::format("{}{}", gone ? "gone" : "row", table); }

}  // namespace

PostgresSink::PostgresSink(PostgresConnection& database, const Mapping& mapping, std::vector<SinkTable> tables,
                           Settings settings)
    : database_(database),
      mapping_(mapping),
      tables_(std::move(tables)),
      settings_(std::move(settings)),
      prepared_(mapping.tables.size()) {
  for (const MappedTable& table : mapping.tables)
    keys_.push_back(static_cast<std::size_t>(row_key(table) - table.columns.data()));
  progress_.tables.resize(mapping.tables.size());
}

bool PostgresSink::open() {
  bool ours = false;
  database_.run("SELECT pg_try_advisory_lock(hashtext('matter_export'), hashtext($1))", {settings_.schema},
                [&](const auto& row) { ours = row[0] == "t"; });
  if (ours) load();
  return ours;
}

void PostgresSink::load() {
  bool there = false;
  database_.run("SELECT 1 FROM information_schema.tables WHERE table_schema = $1 AND table_name = 'matter_export_rows'",
                {settings_.schema}, [&](const auto&) { there = true; });
  std::string last;
  if (there) {
    database_.run("SELECT table_name, row_key, hash FROM " + rows_table() +
                      " WHERE platform = $1 AND scope IN (SELECT json_array_elements_text($2::json))",
                  {mapping_.platform, scopes_json(false)}, [&](const auto& row) {
                    // A hash that cannot be read is no other row's: the row is written again.
                    changes_.know(*row[0], *row[1], ContentId::read(*row[2]).value_or(ContentId{}));
                  });
    database_.run("SELECT max(batch) FROM " + batches_table() + " WHERE batch LIKE $1",
                  {batch_of(settings_.day) + std::string(serial_digits, '_')},
                  [&](const auto& row) { last = row[0].value_or(""); });
  }
  batch_ = batch_after(last);
}

/// 20260131000001, 20260131000002, …
std::string PostgresSink::batch_after(const std::string& last) const {
  const std::string day = batch_of(settings_.day);
  unsigned serial = 0;
  if (last.size() > day.size()) std::from_chars(last.data() + day.size(), last.data() + last.size(), serial);
  return fmt::format("{}{:06}", day, serial + 1);
}

std::string PostgresSink::scopes_json(bool whole_only) const {
  std::string json = "[";
  for (const SinkScope& scope : settings_.scopes) {
    if (whole_only && !scope.whole) continue;
    append_json_string(json.append(json.size() == 1 ? "" : ","), scope.name);
  }
  return json += "]";
}

void PostgresSink::add(const MappedTable& table, const RowContext& row, CellMaker& cells) {
  const auto at = static_cast<std::size_t>(&table - mapping_.tables.data());
  row_.make(table, row, cells);
  // Whose it is, is part of what is known of it: a row that another catalog of the run takes over is told anew.
  const std::string hash = content_id({settings_.scopes[scope_].name, row_.content().text()}).text();
  const std::string key(row_.key());
  const RowChanges::Is is = changes_.judge(table.name, key, *ContentId::read(hash));
  if (is == RowChanges::Is::same || is == RowChanges::Is::twice) {
    ++progress_.same;
    return;
  }
  const RowOperation operation = is == RowChanges::Is::fresh ? RowOperation::insert : RowOperation::update;
  row_.tell_run(table, operation, batch_, cells);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const bool lacks =
        row_.texts()[i].empty() && tables_[at].columns[i].not_null && tables_[at].columns[i].cast != "text";
    if (lacks) lacking_.push_back(std::string(table.name).append(".").append(table.columns[i].name));
  }
  waiting_.push_back({at, scope_, operation, row_.texts(), key, hash, ids_of(at, row_.texts())});
}

std::string PostgresSink::ids_of(std::size_t table, const std::vector<std::string>& texts) const {
  std::string json = "{";
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const Column& column = mapping_.tables[table].columns[i];
    if (texts[i].empty() || tells_of_run(column) || !is_kept(column)) continue;
    append_json_string(json.append(json.size() == 1 ? "" : ","), column.name);
    append_json_string(json.append(":"), texts[i]);
  }
  return json += "}";
}

void PostgresSink::end_matter() {
  if (waiting_.size() != before_) ++waiting_matters_;
  if (waiting_matters_ >= settings_.batch_matters) commit(false);
  before_ = waiting_.size();
}

void PostgresSink::end(bool keep_all, CellMaker& cells) {
  if (!keep_all && changes_.gone() != 0) collect_gone(cells);
  if (!waiting_.empty()) commit(true);
}

void PostgresSink::collect_gone(CellMaker& cells) {
  Collector unheard(Lang::en);
  Document ids;
  database_.run("SELECT table_name, row_key, ids FROM " + rows_table() +
                    " WHERE platform = $1 AND scope IN (SELECT json_array_elements_text($2::json)) ORDER BY 1, 2",
                {mapping_.platform, scopes_json(true)}, [&](const auto& row) {
                  const auto table = std::find_if(mapping_.tables.begin(), mapping_.tables.end(),
                                                  [&](const MappedTable& one) { return one.name == *row[0]; });
                  if (table == mapping_.tables.end() || changes_.has(*row[0], *row[1])) return;
                  std::vector<std::string> texts(table->columns.size());
                  const bool read = read_json(*row[2], no_source, 0, ids, unheard);
                  for (std::size_t i = 0; read && i < texts.size(); ++i) {
                    const NodeId found = ids.find(ids.roots[0], table->columns[i].name);
                    if (found != no_node) texts[i] = ids.node(found).text();
                  }
                  row_.take(std::move(texts));
                  row_.tell_run(*table, RowOperation::remove, batch_, cells);
                  const auto at = static_cast<std::size_t>(table - mapping_.tables.begin());
                  waiting_.push_back({at, 0, RowOperation::remove, row_.texts(), std::string(*row[1]), {}, {}});
                });
}

/// A row is one scope's: two would take turns in changing it, and the one that no longer has it would remove it.
void PostgresSink::refuse_foreign() {
  std::string keys = "[";
  for (const Waiting& row : waiting_) {
    if (row.operation == RowOperation::insert) append_json_string(keys.append(keys.size() == 1 ? "" : ","), row.key);
  }
  std::string whose;
  database_.run("SELECT platform || ', ' || scope FROM " + rows_table() +
                    " WHERE row_key IN (SELECT json_array_elements_text($1::json)) AND NOT (platform = $2 AND scope IN "
                    "(SELECT json_array_elements_text($3::json))) ORDER BY 1 LIMIT 1",
                {keys += "]", mapping_.platform, scopes_json(false)}, [&](const auto& row) { whose = *row[0]; });
  if (!whose.empty()) throw SinkConflict(whose);
}

void PostgresSink::prepare(std::size_t table) {
  if (prepared_[table]) return;
  prepared_[table] = true;
  const MappedTable& mapped = mapping_.tables[table];
  const SinkTable& sink = tables_[table];
  std::string names, values, all, run;
  for (std::size_t i = 0; i < mapped.columns.size(); ++i) {
    const std::string name = sql_name(mapped.columns[i].name);
    const std::string value = fmt::format("CAST(${} AS {})", i + 1, sink.columns[i].cast);
    names.append(i == 0 ? "" : ", ").append(name);
    values.append(i == 0 ? "" : ", ").append(value);
    all.append(i == 0 ? "" : ", ").append(name).append(" = ").append(value);
    if (tells_of_run(mapped.columns[i])) run.append(run.empty() ? "" : ", ").append(name).append(" = ").append(value);
  }
  const std::string here =
      fmt::format(" WHERE {} = CAST(${} AS text)", sql_name(mapped.columns[keys_[table]].name), keys_[table] + 1);
  const std::string insert =
      ") INSERT INTO " + sink.name + " (" + names + ") SELECT " + values + " WHERE NOT EXISTS (SELECT 1 FROM changed)";
  const std::string update = "WITH changed AS (UPDATE " + sink.name + " SET ";
  database_.prepare(statement_name(table, false), update + all + here + " RETURNING 1" + insert);
  // Without a column for it, a row that went cannot be said to be gone: it is taken away.
  const bool told = mapped.column_of(FunctionId::operation) != nullptr;
  if (told) database_.prepare(statement_name(table, true), update + run + here + " RETURNING 1" + insert);
  if (!told)
    database_.prepare(statement_name(table, true), fmt::format("DELETE FROM {} WHERE {} = $1", sink.name,
                                                               sql_name(mapped.columns[keys_[table]].name)));
}

void PostgresSink::send(const Waiting& row) {
  const bool gone = row.operation == RowOperation::remove;
  const MappedTable& table = mapping_.tables[row.table];
  std::vector<Value> values;
  if (gone && table.column_of(FunctionId::operation) == nullptr) {
    values.emplace_back(row.key);
  } else {
    for (std::size_t i = 0; i < row.texts.size(); ++i) {
      const SinkColumn& column = tables_[row.table].columns[i];
      const bool null = row.texts[i].empty() && !(column.not_null && column.cast == "text");
      values.push_back(null ? Value() : Value(row.texts[i]));
    }
  }
  database_.queue(statement_name(row.table, gone), values);
  if (gone) {
    database_.queue("forget", {table.name, row.key});
  } else {
    database_.queue(
        "keep", {mapping_.platform, settings_.scopes[row.scope].name, table.name, row.key, row.hash, row.ids, batch_});
  }
}

void PostgresSink::commit(bool last) {
  break_off_if_asked();
  std::vector<SinkCounts> counts(mapping_.tables.size());
  SinkCounts sum;
  for (const Waiting& row : waiting_) {
    for (SinkCounts* const count : {&counts[row.table], &sum})
      ++(row.operation == RowOperation::insert   ? count->inserted
         : row.operation == RowOperation::update ? count->updated
                                                 : count->removed);
  }
  if (!settings_.dry_run) {
    refuse_foreign();
    if (progress_.batches.empty()) {
      database_.prepare("keep",
                        "INSERT INTO " + rows_table() +
                            " VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (table_name, row_key) DO UPDATE SET "
                            "platform = $1, scope = $2, hash = $5, ids = $6, batch = $7");
      database_.prepare("forget", "DELETE FROM " + rows_table() + " WHERE table_name = $1 AND row_key = $2");
    }
    for (const Waiting& row : waiting_) prepare(row.table);
    database_.run("BEGIN");
    for (const Waiting& row : waiting_) send(row);
    database_.settle();
    database_.run("INSERT INTO " + batches_table() +
                      " VALUES ($1, $2, $3, $4::date, $5::integer, $6::integer, "
                      "$7::integer, $8::boolean)",
                  {batch_, mapping_.platform, scopes_json(false), to_text(settings_.day), std::to_string(sum.inserted),
                   std::to_string(sum.updated), std::to_string(sum.removed), last ? "t" : "f"});
    database_.run("COMMIT");
  }
  for (std::size_t i = 0; i < counts.size(); ++i) {
    progress_.tables[i].inserted += counts[i].inserted;
    progress_.tables[i].updated += counts[i].updated;
    progress_.tables[i].removed += counts[i].removed;
  }
  progress_.matters += waiting_matters_;
  progress_.batches.push_back(batch_);
  batch_ = batch_after(batch_);
  waiting_.clear();
  waiting_matters_ = before_ = 0;
}

}  // namespace matter
