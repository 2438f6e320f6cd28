#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "diag/collector.h"
#include "doc/document.h"
#include "exchange/mapping.h"
#include "media/csv.h"
#include "text/source.h"

namespace matter {

/// The rows of one table, each as a mapping of column to text: lines of JSON, or CSV under its heading (guards undone,
/// empty cells left out). Any row can be read again by its offset.
class RowReader {
 public:
  enum class Outcome : std::uint8_t { row, refused, end };
  /// A heading that cannot be understood is a finding. `numbers` of rows: where they are not counted.
  RowReader(const Mapping& mapping, const MappedTable& table, SourceId source, SharedText text, Collector& findings,
            std::shared_ptr<const std::vector<std::uint32_t>> numbers = nullptr);

  /// The row is the first root of `into`. What is refused has a finding.
  Outcome next(Document& into, Collector& findings);
  Outcome again(std::uint32_t offset, std::uint32_t counted, Document& into, Collector& findings);

  [[nodiscard]] SourceId source() const { return source_; }
  [[nodiscard]] std::uint32_t offset() const { return offset_; }  ///< of the last row
  /// Of the last row, counted: its line; in CSV the row, the heading being 1.
  [[nodiscard]] std::uint32_t counted() const { return number_; }
  /// The same as people know it.
  [[nodiscard]] std::uint32_t number() const { return number(number_); }
  [[nodiscard]] std::uint32_t number(std::uint32_t counted) const {
    return numbers_ != nullptr && counted - 1 < numbers_->size() ? (*numbers_)[counted - 1] : counted;
  }
  [[nodiscard]] std::size_t size() const { return text_->size(); }
  /// Which columns of the table stand in the heading, where there is one.
  void said(std::vector<bool>& columns) const;

 private:
  void head(const MappedTable& table, Collector& findings);
  /// What stands between the cells: a comma, or what some office programs write instead.
  [[nodiscard]] char find_separator(const MappedTable& table);
  [[nodiscard]] bool is_csv() const;
  Outcome line(Document& into, Collector& findings);
  Outcome csv_row(Document& into, Collector& findings);
  bool is_mangled(const Column* column, const CsvCell& cell, Collector& findings) const;

  const Mapping& mapping_;
  SourceId source_;
  SharedText text_;
  Arena arena_;
  std::vector<std::string_view> heading_;  // as the mapping calls the columns
  std::vector<const Column*> columns_;     // of the heading; null: unknown
  std::vector<bool> said_;                 // by column of the table
  std::shared_ptr<const std::vector<std::uint32_t>> numbers_;
  std::vector<CsvCell> cells_;
  std::size_t at_ = 0;
  char separator_ = ',';
  std::uint32_t offset_ = 0, number_ = 0;
};

/// The rows of a table of list items, by the matter that they belong to.
class ItemRows {
 public:
  /// Reads all rows once. `refused` counts those that could not be read.
  ItemRows(const MappedTable& table, RowReader reader, Collector& findings, std::size_t& refused);

  /// In the order that the table's column of order gives, else as they stand. Each is the first root of a document.
  [[nodiscard]] std::vector<Document>& of(std::string_view key, Collector& findings);
  /// A finding for each matter that was asked for nowhere; how many rows they have.
  std::size_t tell_orphans(Collector& findings) const;
  [[nodiscard]] const RowReader& rows() const { return reader_; }

 private:
  struct Place {
    std::uint64_t order;
    std::uint32_t offset, number;
  };
  struct Items {
    std::vector<Place> places;
    bool taken = false;
  };
  const MappedTable& table_;
  RowReader reader_;
  std::unordered_map<std::string, Items> items_;
  std::vector<Document> read_;
};

/// The column that a heading names: by its name, its label, or the English path of its field; null where it is none of
/// the table. White space around it does not count.
[[nodiscard]] const Column* column_of_heading(const MappedTable& table, std::string_view heading);

/// The text in a column of a row; empty where it has none.
[[nodiscard]] std::string_view text_in(const Document& row, const Column* column);

}  // namespace matter
