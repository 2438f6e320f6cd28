#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "exchange/mapping.h"
#include "model/values.h"

namespace matter {

/// The platform whose tables and columns a workbook for people has.
inline constexpr std::string_view workbook_platform = "xlsx";

/// A row of a table of the mapping: a text a column.
using WorkbookRowTexts = std::vector<std::string>;

/// A cell of a table; rows are counted from 0, the heading is none.
struct WorkbookPlace {
  std::uint32_t table = 0, row = 0, column = 0;
};

/// A cell that the file leaves open, and what the matter takes from its standard entry instead. It is shown there; a
/// cell that comes back with just that was not written.
struct TakenCell {
  WorkbookPlace at;
  std::string key;    ///< of the matter
  std::string text;   ///< of the cell
  std::string items;  ///< of a list: what they are called
};

/// A matter that a workbook was made of.
struct WorkbookMatter {
  std::string key;  ///< joins the rows of tables: its identity, made unique
  std::string identity, name;
  std::string file;      ///< below the path that was exported
  std::string print;     ///< hash of what the file says
  std::string standard;  ///< the entry it is bound to; may be empty
};

/// What a workbook for people holds, apart from how it looks.
struct WorkbookContent {
  std::unique_ptr<Mapping> mapping;
  std::string source;  ///< the path that was exported
  DateValue day;
  std::vector<WorkbookMatter> matters;
  std::vector<std::vector<WorkbookRowTexts>> rows;  ///< by table: what people see
  std::vector<std::vector<WorkbookRowTexts>> base;  ///< by table: what stood there when it was exported
  std::vector<TakenCell> taken;
  std::vector<WorkbookPlace> lacking;                                  ///< empty, and the matter cannot do without
  std::map<std::string, std::vector<std::string>, std::less<>> words;  ///< by named list: what the catalog adds
  std::size_t samples = 0;
};

}  // namespace matter
