#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exchange/cell.h"
#include "exchange/mapping.h"

namespace matter {

/// A matter as an XML message: a column is an element, an object one with elements in it, an item of a list one of
/// several of a name. What has nothing to say is left out.
class ElementWriter {
 public:
  ElementWriter(const Mapping& mapping, CellMaker& cells, std::string& to)
      : mapping_(mapping), cells_(cells), to_(to) {}

  /// The whole file. A sample says so in a comment.
  void message(const MappedTable& table, const RowContext& row);

 private:
  void columns(const MappedTable& table, const RowContext& row);
  void object(const MappedTable& table, const Column& column, const RowContext& row);
  void flat(const MappedTable& table, const Column& column, const RowContext& row);
  void element(std::string_view name, std::string_view text);
  void open(std::string_view name);
  void close(std::string_view name);
  void within(std::string_view name, const MappedTable& object, const RowContext& row, bool always);

  const Mapping& mapping_;
  CellMaker& cells_;
  std::string& to_;
  std::size_t depth_ = 0;
};

/// What a sample's file says of itself, in a comment.
inline constexpr std::string_view sample_comment = "样例，非正式文本";

}  // namespace matter
