#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "diag/collector.h"
#include "exchange/mapping.h"
#include "media/xlsx_read.h"
#include "ops/import_matters.h"
#include "text/source.h"

namespace matter {

/// Sheets of workbooks as the texts of tables, which know the cells that they were made of.
class WorkbookTables {
 public:
  WorkbookTables(const Mapping& mapping, Sources& sources, Collector& findings)
      : mapping_(mapping), sources_(sources), findings_(findings) {}

  /// The tables of a workbook: sheets are known by the label of a table, whatever their order, else by their headings.
  /// What is no table is told. False where nothing can be read, or a cell holds what would only be guessed.
  bool open(const std::string& file, TableTexts& into);
  /// The same of sheets that were read already, of which `source` is the file.
  bool take(const std::string& file, SourceId source, const std::vector<WorkbookSheet>& sheets, TableTexts& into);
  /// A place in one of the texts as its cell, under the name `book.xlsx:材料!C12`; any other place as it is.
  [[nodiscard]] Location cell_at(Location at);

 private:
  struct Placed {
    std::uint32_t begin, row, column;
    std::string text;
  };
  struct Made {
    std::string name;  ///< book.xlsx:材料
    std::vector<Placed> cells;
    std::string text;
    std::vector<std::uint32_t> numbers;  ///< of rows, as people see them
    std::vector<std::string> heading;
    std::size_t table = 0;
  };

  void sheet(const std::string& file, const WorkbookSheet& sheet, std::vector<Made>& into);
  void row(const MappedTable& table, const std::vector<const Column*>& columns, const WorkbookRow& row, Made& made);
  std::string value(const Column* column, const WorkbookCell& cell, const WorkbookRow& row, const Made& made);
  Diagnostic& tell(Severity severity, const Made& made, std::uint32_t column, std::uint32_t row,
                   const std::string& text, const WordsFor<const std::string&>& words);
  [[nodiscard]] SourceId source_of(const std::string& cell, const std::string& text);

  const Mapping& mapping_;
  Sources& sources_;
  Collector& findings_;
  std::map<SourceId, Made> made_;
  std::map<std::string, SourceId> cells_;
};

}  // namespace matter
