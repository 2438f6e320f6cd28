#pragma once

#include <string>

#include "diag/collector.h"
#include "ops/run.h"
#include "ops/workbook_content.h"

namespace matter {

struct WorkbookExportOptions {
  std::string path;         ///< catalog, folder or file
  std::string agency;       ///< only its matters: name or code; empty: all
  bool empty_rows = false;  ///< a workbook without matters, to be filled in
};

struct WorkbookExport {
  WorkbookContent content;
  std::size_t matters = 0;  ///< looked at, of every agency
  std::vector<Diagnostic> findings;
  bool complete = false;  ///< everything could be read
  bool fits = true;       ///< every text fits into a cell; else a finding names the matter
};

/// What a workbook of a catalog holds: matters as their files say them, so that a cell that people change is a value
/// of the file, and beside that what is taken from standard entries. Throws std::system_error.
[[nodiscard]] WorkbookExport export_workbook(const WorkbookExportOptions& options, const RunOptions& run,
                                             Sources& sources);

}  // namespace matter
