#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "doc/builder.h"
#include "exchange/import_draft.h"
#include "exchange/mapping.h"

namespace matter {

/// What became of one source column, counted over all records. The counts of a column add up to the records.
struct ColumnCounts {
  std::string column;
  std::string path;                ///< field it goes to; empty where it has none
  bool declared = true;            ///< false: a key that the mapping does not know
  std::size_t mapped = 0;          ///< written into `path`
  std::size_t none = 0;            ///< the platform's 无, written as 无
  std::size_t same = 0;            ///< follows from other columns: not written a second time
  std::size_t kept = 0;            ///< written under `extra`
  std::size_t nothing = 0;         ///< null, empty, or the filler that the mapping names
  std::size_t missing = 0;         ///< the record has no such key
  std::size_t not_understood = 0;  ///< of `mapped`: written as it came

  /// A value that the code map takes for another one: an export writes that one, not what came.
  struct Replaced {
    std::string from, to;
    std::size_t count = 0;
  };
  std::vector<Replaced> replaced;  ///< in order of appearance

  void replace(std::string_view from, std::string_view to);
};

/// A value that was not understood and stands in the file as it came.
struct ImportNote {
  std::string column, path, value;
  Location at = {};  ///< unknown where the medium does not tell
};

/// Columns of the tables of a mapping, yes or no.
using SaidColumns = std::vector<std::vector<bool>>;

/// Turns records into matters, driven by the mapping alone. Nothing of a record is dropped: a value goes to its field,
/// or repeats other columns, or is empty, or stands under `extra`.
class RecordImport {
 public:
  /// The first table has a row for each matter, the others rows for items of its lists.
  RecordImport(const Mapping& mapping, const std::vector<const MappedTable*>& tables);
  RecordImport(const Mapping& mapping, const MappedTable& table) : RecordImport(mapping, std::vector{&table}) {}

  /// A matter as a tree in canonical form, made in `to` (which is cleared). Texts stay views into `from`
  /// or live in this object until the next record is read.
  NodeId read(const Document& from, NodeId record, Document& to, std::vector<ImportNote>& notes);
  /// The same where rows of other tables follow, in their order. What they were read from must last until `finish`.
  void begin(const Document& from, NodeId record, std::vector<ImportNote>& notes);
  void add_item(std::size_t table, const Document& from, NodeId record, std::vector<ImportNote>& notes);
  /// What is being read is a sample, which its file says.
  void mark_sample();
  NodeId finish(Document& to);
  /// Of the matter that was finished last.
  [[nodiscard]] const std::vector<MatterDraft::Disagreement>& disagreements() const { return disagreements_; }

  /// By table and column in the order of the mapping, then unknown keys of the table in order of appearance.
  [[nodiscard]] std::vector<ColumnCounts> counts() const;

  /// Which columns had anything in them, empty or not, in any record so far.
  [[nodiscard]] SaidColumns filled() const;
  /// Lists whose items are objects, that had any in any record so far.
  [[nodiscard]] std::vector<FieldPath> filled_lists() const;
  /// From now on other columns count as missing, and rows of a table and objects that have none of these as not there.
  void read_only(const SaidColumns& columns);

  /// The file name of a matter (without suffix) as the mapping makes it, unsafe characters included.
  [[nodiscard]] std::string file_name(const Document& doc, NodeId matter) const;

 private:
  struct State {
    const MappedTable* table = nullptr;
    std::size_t outer = no_state;  ///< of an object: of what it stands in
    std::unordered_map<std::string_view, std::pair<std::size_t, std::size_t>> flat;  // by name: state and column
    std::vector<ColumnCounts> counts;
    std::unordered_map<std::string_view, std::size_t> by_name;
    std::unordered_map<std::string, std::size_t> unknown;
    std::vector<NodeId> values;  // of the current record, by column
    std::vector<bool> only;      // by column; empty: all
  };
  static constexpr std::size_t no_state = ~std::size_t{0};
  struct Row {
    const Document& from;
    State& state;
    std::vector<ImportNote>& notes;
    bool joined = false;  ///< the item may have been there already

    [[nodiscard]] Location place_of(NodeId value) const {
      const Span span = from.node(value).span;
      return span.empty() ? Location{} : Location{from.source, span};
    }
  };
  /// A value that may follow from others, which is known when all are there.
  struct Later {
    State* state = nullptr;
    std::size_t column = 0;
    std::string_view text;
    const Document* from = nullptr;
    NodeId value = no_node;
    MatterDraft::Place place;
  };
  void row(Row& row, NodeId record);
  void unknown(Row& row, std::string_view key, NodeId value);
  void place(Row& row, std::size_t i);
  bool told_elsewhere(Row& row, std::size_t i, std::string_view text);
  bool repeats(const Row& row, const Column& column, std::string_view text) const;
  [[nodiscard]] std::string_view expected(const Row& row, const SameAs& same, std::string& buffer) const;
  [[nodiscard]] bool told_by_flag(const FieldPath& list) const;
  void identity_as_code();
  [[nodiscard]] std::string column_name(const State& state, std::string_view column) const;
  [[nodiscard]] std::string kept_name(const State& state, std::string_view column) const;
  [[nodiscard]] static bool nothing_in(const Node& node);
  // import_values.cpp: what a value becomes
  [[nodiscard]] static std::optional<std::uint64_t> number_in(std::string_view text);
  void assign(Row& row, std::size_t i);
  [[nodiscard]] bool lines_up(const Column& column) const;
  bool whole(Row& row, std::size_t i, bool& understood);
  void values_of(Row& row, std::size_t i, bool& fits, bool& understood);
  void value(Row& row, std::size_t i, std::string_view written, bool& understood);
  std::string_view convert(Row& row, std::size_t i, std::string_view written, bool& understood);
  [[nodiscard]] std::string_view limit_text(Row& row, std::size_t i, std::string_view written, bool& understood);
  // import_nested.cpp: columns that are objects
  void add_states(const MappedTable& table, std::size_t outer);
  [[nodiscard]] bool looked_at(const State& state) const;
  void object(Row& row, std::size_t i);
  void objects(Row& row, const Column& column, State& inner, NodeId value);
  bool join(const Row& row, const Column& column, std::size_t order, NodeId record);
  void flat(Row& row, const Column& column, State& inner);
  void keep_whole(Row& row, const Column& column, NodeId value);
  [[nodiscard]] std::vector<NodeId> in_order(const Row& row, const Column& column, NodeId value) const;
  [[nodiscard]] bool there_already(Row& row, std::size_t i);
  // import_later.cpp: values that may follow from others
  [[nodiscard]] bool is_later(const Column& column) const;
  void settle_later();
  bool settle(const Later& one);
  bool offer(const Later& one);
  bool deny(const FieldPath& record);
  bool read_code(const Later& one);
  bool read_into(const Later& one, const FieldPath& path);
  std::vector<NodeId> records_of(const Column& column, std::string_view text);
  bool beside(const FieldPath& path, std::size_t values);
  void in_order_of_sources();

  static std::size_t find_column(const State& state, std::string_view key, std::size_t expected);

  const Mapping& mapping_;
  std::deque<State> states_;  // of the tables, then of objects in them
  std::size_t tables_ = 0;
  std::unordered_map<const MappedTable*, std::size_t> state_of_;
  std::vector<Later> later_;
  std::deque<Document> split_;  // of flat objects: their values by item
  std::vector<ImportNote>* notes_ = nullptr;
  MatterDraft draft_;
  std::vector<MatterDraft::Disagreement> disagreements_;
  std::string_view identity_;                // of the matter, as the column says that joins the tables
  ColumnCounts* identity_counts_ = nullptr;  // of that column; null: it says nothing
  std::vector<NodeId> made_;                 // reused
};

}  // namespace matter
