#pragma once

#include <string>
#include <vector>

#include "exchange/cell.h"
#include "exchange/made_matter.h"
#include "exchange/mapping.h"

namespace matter {

/// Rows as JSON objects: numbers as numbers, columns of one name and lists as lists, empty ones left out, columns that
/// are objects as objects, down to any depth; `@id` and `@type` where the mapping has an id and a class.
class ObjectWriter {
 public:
  /// `places`: see append_row (row_writer.h); of an object within an object nothing is told.
  ObjectWriter(const Mapping& mapping, CellMaker& cells, std::string& to, std::vector<RunPlace>* places = nullptr)
      : mapping_(mapping), cells_(cells), to_(to), places_(places) {}

  /// The object of a row. Without `always` it is left out where it would say nothing of the matter: false then.
  bool write(const MappedTable& table, const RowContext& row, bool always);
  /// One member of it, with a comma before it; nothing where it is empty.
  void member(const MappedTable& table, std::size_t column, const RowContext& row);
  /// Takes away the comma before the first member of the object that begins at `start`.
  static void end_head(std::string& to, std::size_t start);

 private:
  struct Values {
    std::size_t written = 0;
    bool said = false;        ///< something of the matter
    bool empty_list = false;  ///< which says 无
  };
  void head(const MappedTable& table, const RowContext& row);
  [[nodiscard]] std::size_t group_end(const MappedTable& table, std::size_t first) const;
  Values group(const MappedTable& table, std::size_t first, std::size_t end, const RowContext& row);
  void values(const MappedTable& table, const Column& column, const RowContext& row, Values& so_far);
  void items(const MappedTable& table, const Column& column, const RowContext& row, Values& so_far);
  void cell(const Column& column, std::string_view text, Values& so_far);
  void separate(const Values& so_far);

  const Mapping& mapping_;
  CellMaker& cells_;
  std::string& to_;
  std::vector<RunPlace>* places_;
};

/// A value as part of an IRI: what has a meaning in one, or no place, as %XX; letters of all scripts as they are.
void append_iri_part(std::string& to, std::string_view value);

}  // namespace matter
