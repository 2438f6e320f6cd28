#pragma once

#include <string>
#include <vector>

#include "diag/collector.h"
#include "ops/merge.h"

namespace matter {

/// The columns of a table of conflicts, in order; headings in either language are read back.
struct MergeColumn {
  std::string_view key;  ///< the English heading, and the member in JSON
  std::string_view label;
};
[[nodiscard]] const std::vector<MergeColumn>& merge_columns();

/// The rows of a filled-in table whose `choice` says something: ours/theirs/base, 我方/对方/原来. The file is a
/// workbook where its name ends with .xlsx, JSON where it ends with .json, else CSV in UTF-8. What cannot be understood
/// is a finding; then nothing may be done.
[[nodiscard]] std::vector<MergeRow> read_merge_rows(const std::string& path, Sources& sources, Collector& findings);

}  // namespace matter
