#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/cell.h"
#include "exchange/ids.h"
#include "exchange/mapping.h"

namespace matter {

/// Whether a column tells of the run and not of the matter: operation, batch, time.
[[nodiscard]] bool tells_of_run(const Column& column);
/// The column that tells the rows of a table apart, in every run alike (`row_id`; without one, `matter_id` where a
/// matter has one row). Null: rows of the table cannot be told apart.
[[nodiscard]] const Column* row_key(const MappedTable& table);
/// Whether files of the mapping tell of single rows of the table that they come, change and go: they have a key, and a
/// column says so, or the medium takes them away.
[[nodiscard]] bool tells_rows(const Mapping& mapping, const MappedTable& table);

/// The cells of one row after another; each is made once, so that losses are counted once.
class RowCells {
 public:
  /// All cells but those that tell of the run, which are empty.
  void make(const MappedTable& table, const RowContext& row, CellMaker& cells);
  /// The cells that tell of the run, of a row that comes, changes or goes.
  void tell_run(const MappedTable& table, RowOperation operation, std::string_view batch, CellMaker& cells);

  [[nodiscard]] const std::vector<std::string>& texts() const { return texts_; }
  /// A row as it was written once, to be told that it goes.
  void take(std::vector<std::string> texts) { texts_ = std::move(texts); }
  /// The texts, for whoever keeps them.
  [[nodiscard]] std::vector<std::string> give() { return std::move(texts_); }
  /// What `row_key` holds; empty without one.
  [[nodiscard]] std::string_view key() const { return key_; }
  /// Of names and contents of all columns that tell of the matter: a row that says the same has the same in every run.
  [[nodiscard]] ContentId content() const;

 private:
  const MappedTable* table_ = nullptr;
  std::vector<std::string> texts_;  // by column
  std::string_view key_;
};

/// The difference between the rows that a platform was given before and those of this export, by table and key. Whoever
/// keeps the state tells every row that stands there, then asks of each row of the export; what was told and never
/// asked for is gone. 33 bytes for a known row, 18 to 37 for a new one.
class RowChanges {
 public:
  enum class Is : std::uint8_t {
    fresh,    ///< not there: insert
    changed,  ///< there, and says something else: update
    same,     ///< there just so: nothing to write
    twice,    ///< asked for before in this export: two rows of one key
  };

  /// A row that stands there (not one that went). To be told before the first `judge`.
  void know(std::string_view table, std::string_view key, ContentId content);
  [[nodiscard]] Is judge(std::string_view table, std::string_view key, ContentId content);
  /// Whether this export has the row; of known rows without it, the operation is `remove`.
  [[nodiscard]] bool has(std::string_view table, std::string_view key) const;
  [[nodiscard]] std::size_t known() const { return known_.size(); }
  /// Of the known ones, how many were not asked for.
  [[nodiscard]] std::size_t gone() const { return known_.size() - met_; }

 private:
  struct Known {
    ContentId place, content;
  };
  [[nodiscard]] std::size_t find(const ContentId& place) const;

  std::vector<Known> known_;  // by place, once asked
  std::vector<bool> asked_;   // by known_
  std::size_t met_ = 0;
  bool sorted_ = false;
  ContentIdSet fresh_;
};

}  // namespace matter
