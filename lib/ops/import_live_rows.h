#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "diag/collector.h"
#include "exchange/mapping.h"
#include "ops/import_matters.h"
#include "ops/import_rows.h"

namespace matter {

/// The rows of a table that count, by matter: of several rows of one id the last, by the column of the time that they
/// were sent at, and none that says that it is gone.
class LiveRows {
 public:
  LiveRows(const Mapping& mapping, const MappedTable& table, const TableText& file, Collector& findings);

  struct Row {
    std::string key, time;
    std::uint64_t order = 0;
    std::uint32_t offset = 0, counted = 0;
    bool gone = false;
  };

  [[nodiscard]] const MappedTable& table() const { return table_; }
  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
  [[nodiscard]] RowReader& reader() { return reader_; }
  [[nodiscard]] const RowReader& reader() const { return reader_; }
  [[nodiscard]] Location at(const Row& row) const { return {reader_.source(), {row.offset, row.offset + 1}}; }
  [[nodiscard]] std::size_t refused() const { return refused_; }
  [[nodiscard]] std::size_t gone() const { return gone_; }
  [[nodiscard]] std::size_t earlier() const { return earlier_; }
  /// Whether the last that was said of the matter is that it is gone.
  [[nodiscard]] bool is_gone(const std::string& key) const { return gone_keys_.contains(key); }

  /// Rows of a matter in their order; of a table with a row for each matter, one.
  [[nodiscard]] const std::vector<std::size_t>& of(const std::string& key);
  [[nodiscard]] bool is_taken(const std::string& key) const { return taken_.contains(key); }

 private:
  void read(Collector& findings);
  void keep(std::vector<Row> all);
  void no_key(Collector& findings) const;

  const MappedTable& table_;
  RowReader reader_;
  const Column *key_, *id_;
  std::vector<Row> rows_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_matter_;
  std::unordered_set<std::string> gone_keys_, taken_;
  std::size_t refused_ = 0, gone_ = 0, earlier_ = 0;
};

}  // namespace matter
