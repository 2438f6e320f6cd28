#pragma once

#include <string>
#include <vector>

#include "ops/run.h"
#include "ops/validate.h"
#include "ops/workbook_content.h"

namespace matter {

struct WorkbookCheckOptions {
  std::string file;
  std::string into;   ///< the catalog; empty: the one that it was made of, where that is there
  bool mark = false;  ///< fill WorkbookCheck::marked
};

struct WorkbookCheck {
  ValidateResult result;  ///< findings at cells
  std::string catalog;    ///< that it was checked with; empty: alone
  std::string marked;     ///< the bytes of the workbook as it came, with what is wrong in words at its cells
};

/// Checks what people wrote into a workbook, with every rule, as `validate` checks files: in the catalog as it would be
/// with the workbook applied, or alone. Of the catalog only what concerns matters of the workbook is told. Throws
/// std::system_error.
[[nodiscard]] WorkbookCheck check_workbook(const WorkbookCheckOptions& options, const RunOptions& run,
                                           Sources& sources);

}  // namespace matter
