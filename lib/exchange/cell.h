#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "catalog/catalog.h"
#include "exchange/ids.h"
#include "exchange/losses.h"
#include "exchange/mapping.h"

namespace matter {

/// The facts of a run that columns may ask for.
struct ExportRun {
  DateValue today;
  bool rows_only = false;  ///< of a workbook the rows of its tables as CSV, for whoever reads them again at once
  bool fitting = false;    ///< what no database could hold in its column is left out, as on the way into one
};

/// What a row is for the receiver: new, another than before, or gone.
enum class RowOperation : std::uint8_t { insert, update, remove };

/// A day as platforms write a datetime: 2026-01-31 00:00:00.
[[nodiscard]] std::string date_time_text(const DateValue& day);

/// The batch of a day where nothing else is said: 20260131.
[[nodiscard]] std::string batch_of(const DateValue& day);

/// The ways to apply that are certainly offered, by the names of the list `channel`: 窗口办理, 网上办理, 快递申请 …
/// Where nothing says whether one is offered, an address for it says so.
[[nodiscard]] std::vector<std::string_view> ways_to_apply(const Channels& channels);

/// The matter, and the item where a table has a row for each item of a list.
struct RowContext {
  const Matter* matter = nullptr;
  const CatalogContext* catalog = nullptr;
  std::string_view identity;
  std::string_view key;  ///< the identity, made unique within the export
  bool sample = false;
  std::string_view row_id;  ///< where it was made already
  const void* item = nullptr;
  std::string_view item_identity;  ///< of the item, where it is known already; empty: to be made
  std::uint32_t order = 1;         ///< of the row in its matter
  std::uint32_t same_before = 0;   ///< items of the same identity before this one
  RowOperation operation = RowOperation::insert;
  std::string_view batch;   ///< that it is sent in; empty: the one of the day
  std::string_view within;  ///< of an item of a list in the item of a list: of which
};

/// Makes the text of one column, again and again; buffers are reused.
class CellMaker {
 public:
  CellMaker(const Mapping& mapping, const ExportRun& run, LossRecorder& losses)
      : mapping_(mapping),
        losses_(losses),
        day_batch_(batch_of(run.today)),
        day_time_(date_time_text(run.today)),
        nests_(mapping.nests()),
        fitting_(run.fitting) {}

  /// Valid until the next call. What does not fit is told to the losses, never cut.
  [[nodiscard]] std::string_view make(const MappedTable& table, const Column& column, const RowContext& row);

  /// Of the last cell: it is the text of this many values of a list, each ending where `value_ends` says (in a
  /// medium that has lists of its own, where nothing stands between them). Nothing where it is no list.
  [[nodiscard]] const std::vector<std::size_t>& value_ends() const { return ends_; }
  /// Of the last cell: it says something of the matter, not only what the mapping says of all.
  [[nodiscard]] bool said() const { return said_; }

  /// Of the last cell: what it would have said is 无.
  [[nodiscard]] bool none() const { return got_.values == 0 && got_.none; }

  /// What JSON has before the values of each column of a table: `,"name":`.
  [[nodiscard]] const std::vector<std::string>& json_keys(const MappedTable& table);

  // Of columns that are objects, which have no text of their own:
  /// Whether it stands here at all (`when`).
  [[nodiscard]] bool wanted(const MappedTable& table, const Column& column, const RowContext& row);
  /// The list that it repeats for; null where there is none. What cannot be told of that is told to the losses.
  [[nodiscard]] const AnyList* list_at(const MappedTable& table, const Column& column, const RowContext& row);
  /// Its list, or an item of it, does not arrive as it is.
  void lose_items(LossReason why, const MappedTable& table, const Column& column, const RowContext& row);
  /// Of the last `list_at`: the list is 无.
  [[nodiscard]] bool list_is_none() const { return list_is_none_; }
  /// It is required, and nothing could be written.
  void lacking(const MappedTable& table, const Column& column, const RowContext& row);

 private:
  struct Gathered {
    std::size_t values = 0;
    std::size_t dividing = 0;   ///< of these: in them stands what joins them, and nothing is escaped
    bool by_otherwise = false;  ///< of the field that stands in for another
    bool none = false;          ///< a 无 on the way or at the end
    bool told = false;          ///< which another column says
    bool found = false;         ///< something was given, though it may not have been writable
  };

  void at(const MappedTable& table, const Column& column, const RowContext& row);
  void column_value();
  void composed();
  void gather(const FieldPath& path, std::size_t depth, const void* record);
  void list_values(const Field& field, const AnyList& list);
  void value(const Field& field, Kind kind, const void* value);
  void record_text(const void* record, std::uint32_t number);
  void offered(const Field& field, const void* value);
  void control_characters();
  void guard();
  void measure();
  void total();
  void join_gathered();
  void tell_splits();
  void presence();
  void derived();
  bool of_run();
  void matter_id();
  [[nodiscard]] std::string_view row_id_text();
  void channels();
  void region(int level, bool name);
  void region_name(std::string_view code);
  void count(std::int32_t value);
  void piece(std::string_view text);
  /// Whether several values are put into one text, not into a list.
  [[nodiscard]] bool joins(const Column& column) const;
  void named(std::string_view name);
  void limit_parts(const Limit& limit);
  Loss& lose(LossReason why);
  void empty_cell();
  void finish();
  [[nodiscard]] bool holds(const When& when) const;
  [[nodiscard]] const void* start(const FieldPath& path, std::size_t& depth) const;

  const Mapping& mapping_;
  LossRecorder& losses_;
  std::string day_batch_, day_time_;
  std::string matter_, matter_id_;  // the last one that was made, and of which identity
  std::unordered_map<const MappedTable*, std::vector<std::string>> json_keys_;
  const MappedTable* keys_of_ = nullptr;            // the last one that was asked for
  const std::vector<std::string>* keys_ = nullptr;  // and its keys
  StableIds row_ids_;
  const MappedTable* table_ = nullptr;
  const Column* column_ = nullptr;
  const RowContext* row_ = nullptr;
  Gathered got_;
  std::string cell_, scratch_, path_text_;
  std::vector<std::size_t> ends_;
  std::vector<std::string> values_;  // that are joined so that they come apart again
  bool nests_, fitting_;
  bool said_ = false;
  bool list_is_none_ = false;
};

}  // namespace matter
