#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/row_changes.h"
#include "exchange/row_taker.h"
#include "exchange/sink_tables.h"
#include "media/postgresql.h"

namespace matter {

/// Whose rows they are: of which catalog, or of what the user named.
struct SinkScope {
  std::string name;
  bool whole = true;  ///< all of its matters are read, so that what is not among them is gone
};

struct SinkCounts {
  std::size_t inserted = 0, updated = 0, removed = 0;
  [[nodiscard]] std::size_t all() const { return inserted + updated + removed; }
};

/// What was committed.
struct SinkProgress {
  std::vector<SinkCounts> tables;  ///< as of the mapping
  std::size_t matters = 0;         ///< of which a row was written
  std::vector<std::string> batches;
  std::size_t same = 0;  ///< rows that stood there just so; counted as they come
};

/// A row that another scope has sent.
class SinkConflict : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The rows of an export on their way into a PostgreSQL database, in batches of a transaction each. What was written is
/// kept in a table beside the rows, in the same transaction, so that it never disagrees with them: which rows stand
/// there is read off it, not off tables that a receiver may have swept.
class PostgresSink : public RowTaker {
 public:
  struct Settings {
    std::string schema;
    DateValue day;
    std::size_t batch_matters = 1000;
    std::vector<SinkScope> scopes;
    bool dry_run = false;  ///< everything is judged, nothing written
  };
  PostgresSink(PostgresConnection& database, const Mapping& mapping, std::vector<SinkTable> tables, Settings settings);

  /// Reads what stands there, and keeps every other export out until the session ends. False: another one is at work.
  bool open();
  /// The scope of the rows that follow, by index.
  void scope(std::size_t scope) { scope_ = scope; }
  void add(const MappedTable& table, const RowContext& row, CellMaker& cells) override;
  /// After each matter: a batch that is full is committed. Throws PostgresError, SinkConflict.
  void end_matter();
  /// After the last one: what is gone from scopes that were read whole, and the last batch. Nothing is removed with
  /// `keep_all`.
  void end(bool keep_all, CellMaker& cells);

  [[nodiscard]] const SinkProgress& progress() const { return progress_; }
  /// Rows of the last `add` that lack a value where the database must have one: `table.column`.
  [[nodiscard]] const std::vector<std::string>& lacking() const { return lacking_; }

 private:
  struct Waiting {
    std::size_t table, scope;
    RowOperation operation;
    std::vector<std::string> texts;
    std::string key, hash, ids;
  };
  void load();
  void prepare(std::size_t table);
  void commit(bool last);
  void refuse_foreign();
  void send(const Waiting& row);
  void collect_gone(CellMaker& cells);
  [[nodiscard]] std::string batch_after(const std::string& last) const;
  [[nodiscard]] std::string scopes_json(bool whole_only) const;
  [[nodiscard]] std::string ids_of(std::size_t table, const std::vector<std::string>& texts) const;
  [[nodiscard]] std::string rows_table() const { return sql_name(settings_.schema, "matter_export_rows"); }
  [[nodiscard]] std::string batches_table() const { return sql_name(settings_.schema, "matter_export_batches"); }

  PostgresConnection& database_;
  const Mapping& mapping_;
  std::vector<SinkTable> tables_;
  Settings settings_;
  std::vector<std::size_t> keys_;  // by table: its key's column
  std::vector<bool> prepared_;
  RowChanges changes_;
  RowCells row_;
  std::vector<Waiting> waiting_;
  std::vector<std::string> lacking_;
  SinkProgress progress_;
  std::string batch_;
  std::size_t scope_ = 0;
  std::size_t waiting_matters_ = 0;
  std::size_t before_ = 0;  // rows that waited before this matter
};

}  // namespace matter
