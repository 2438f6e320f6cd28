#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "diag/collector.h"
#include "diag/words.h"
#include "media/csv.h"
#include "model/values.h"
#include "text/arena.h"

namespace matter {

/// A column by the names that people give it; the first is ours.
using ColumnNames = std::vector<std::string_view>;

/// A CSV table with a header that a catalog names in `field`; lines that begin with # are remarks.
class TableReader {
 public:
  TableReader(SourceId source, std::string_view text, std::string_view field, Collector& findings)
      : source_(source), rows_(text, arena_), field_(field), to_(findings) {}

  /// The columns in the order of `wanted`; false, and a finding, where the first of them is missing.
  bool head(const std::vector<ColumnNames>& wanted);
  /// The next row that is not blank.
  bool next();

  [[nodiscard]] std::string_view text(std::size_t column) const { return has(column) ? cell(column).text : ""; }
  [[nodiscard]] Span span(std::size_t column) const { return has(column) ? cell(column).span : row_[0].span; }
  [[nodiscard]] Location at(std::size_t column) const { return {source_, span(column)}; }

  /// Nothing for an empty cell, and nothing and a finding for what is no date.
  std::optional<DateValue> date(std::size_t column);

  Diagnostic& wrong(std::string_view rule, Span at, const Words<const std::string_view&>& words,
                    std::string_view subject);

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  [[nodiscard]] bool has(std::size_t column) const {
    return columns_[column] != none && columns_[column] < row_.size();
  }
  [[nodiscard]] const CsvCell& cell(std::size_t column) const { return row_[columns_[column]]; }

  SourceId source_;
  Arena arena_;
  CsvReader rows_;
  std::string_view field_;
  Collector& to_;
  std::vector<CsvCell> row_;
  std::vector<std::size_t> columns_;
};

}  // namespace matter
