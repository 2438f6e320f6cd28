#pragma once

#include <string>

#include "ops/import_plan.h"
#include "ops/run.h"
#include "text/source.h"

namespace matter {

struct WorkbookApplyOptions {
  std::string file;        ///< the workbook
  std::string into;        ///< the catalog, folder or file that it was made of, or a copy of it
  bool confirmed = false;  ///< what must be confirmed is
  bool write = true;       ///< else only planned
};

/// Brings what people changed in a workbook into the catalog, as edits of its files that touch only that.
///
/// What is compared is the workbook with what stood in it when it was made: so a cell that nobody touched says nothing,
/// whatever became of the catalog since. What both changed, otherwise, is a conflict. To be confirmed are: values,
/// items and matters that go, codes and bindings, and matters that changed in the catalog since. Nothing is written
/// with conflicts, with errors, or with anything that is not confirmed: all files or none. Throws std::system_error.
[[nodiscard]] ImportPlan apply_workbook(const WorkbookApplyOptions& options, const RunOptions& run, Sources& sources);

}  // namespace matter
