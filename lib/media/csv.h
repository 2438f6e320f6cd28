#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/arena.h"
#include "text/source.h"

namespace matter {

/// Appends rows as RFC 4180 says: cells separated by commas, rows ended by CRLF, a cell quoted where
/// it holds a comma, a quote, CR or LF (or is the only cell of its row and empty), quotes doubled.
/// Text is written as it is: UTF-8, without a byte order mark.
class CsvWriter {
 public:
  explicit CsvWriter(std::string& to) : to_(to) {}
  void cell(std::string_view text);
  void end_row();

 private:
  std::string& to_;
  std::size_t cells_ = 0;
  bool empty_ = true;  // all cells of the row so far
};

struct CsvCell {
  std::string_view text;  ///< the value, quotes undone
  Span span;              ///< all that was written, quotes included
};

/// Reads rows with the places of their cells. Lenient where RFC 4180 is silent: LF or CR ends a row as
/// well; a quote inside an unquoted cell is text. `broken` tells of a quote that is never closed.
class CsvReader {
 public:
  /// A byte order mark at the start is passed over. Values with doubled quotes are made in `arena`.
  explicit CsvReader(std::string_view text, Arena& arena, char separator = ',');
  /// From the beginning of a row on.
  CsvReader(std::string_view text, Arena& arena, std::size_t from, char separator = ',')
      : text_(text), arena_(arena), at_(from), stops_{separator, '\r', '\n'} {}
  /// The next row, or false at the end.
  bool next(std::vector<CsvCell>& row);
  [[nodiscard]] bool broken() const { return broken_; }
  [[nodiscard]] std::size_t at() const { return at_; }  ///< where the next row begins

 private:
  CsvCell quoted();
  CsvCell plain();

  std::string_view text_;
  Arena& arena_;
  std::size_t at_;
  std::array<char, 3> stops_;  // what ends a cell: the separator, and the ends of rows
  bool broken_ = false;
};

}  // namespace matter
