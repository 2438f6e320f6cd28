#pragma once

#include <memory>
#include <string>

#include "diag/collector.h"
#include "ops/import_matters.h"
#include "ops/import_workbook.h"
#include "ops/workbook_base.h"
#include "text/source.h"

namespace matter {

/// A workbook that came back: what stands in it now, and what stood there when it was made.
struct WorkbookBook {
  std::unique_ptr<Mapping> mapping;
  WorkbookBase base;
  TableTexts texts;                 ///< what stands in it
  WorkbookTables* cells = nullptr;  ///< knows the cells of `texts`
  std::unique_ptr<IncomingMatters> came, was;
};

/// False, with findings, where it cannot be read, or was not made by `export_workbook`. `findings` must outlive the
/// book. Throws std::system_error.
bool open_book(const std::string& file, Sources& sources, Collector& findings, WorkbookBook& into);

}  // namespace matter
