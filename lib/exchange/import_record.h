#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "doc/builder.h"
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
};

/// Turns records of one table into matters, driven by the mapping alone. Nothing of a record is dropped:
/// a value goes to its field, or repeats other columns, or is empty, or stands under `extra`.
class RecordImport {
 public:
  RecordImport(const Mapping& mapping, const MappedTable& table);

  /// A matter as a tree in canonical form, made in `to` (which is cleared). Texts stay views into `from`
  /// or live in this
  /// object until the next record is read.
  NodeId read(const Document& from, NodeId record, Document& to, std::vector<ImportNote>& notes);

  /// By column in the order of the mapping, then unknown keys in order of appearance.
  [[nodiscard]] const std::vector<ColumnCounts>& counts() const { return counts_; }

  /// The file name of a matter (without suffix) as the mapping makes it, unsafe characters included.
  [[nodiscard]] std::string file_name(const Document& doc, NodeId matter) const;

 private:
  struct Draft;
  void place(Draft& draft, std::size_t i);
  void assign(Draft& draft, std::size_t i);
  bool repeats(const Draft& draft, const Column& column, std::string_view text) const;
  [[nodiscard]] std::string_view expected(const Draft& draft, const SameAs& same, std::string& buffer) const;
  void put(Draft& draft, const FieldPath& path, const std::vector<NodeId>& values);
  void put_none(Draft& draft, const FieldPath& path);
  void keep(Draft& draft, std::string_view column, NodeId value);
  std::string_view convert(Draft& draft, std::size_t i, std::string_view written, bool& understood);
  std::size_t find_column(std::string_view key, std::size_t expected) const;

  const Mapping& mapping_;
  const MappedTable& table_;
  std::vector<ColumnCounts> counts_;
  std::unordered_map<std::string_view, std::size_t> by_name_;
  std::unordered_map<std::string, std::size_t> unknown_;
  Document scratch_;
  std::vector<NodeId> values_;  // of the current record, by column
};

}  // namespace matter
