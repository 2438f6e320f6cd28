#pragma once

#include "ops/merge.h"

namespace matter {

/// The table of conflicts that an official fills in: CSV in UTF-8 with a byte order mark, so that Excel opens it. No
/// cell is a formula. The column of the choice is empty.
[[nodiscard]] std::string conflicts_csv(const MergeResult& result, const Sources& sources, Lang lang);
/// The same as `matter.conflicts/1`.
/// As a workbook, with the choice to be picked; `day` is the document's.
[[nodiscard]] std::string conflicts_xlsx(const MergeResult& result, const Sources& sources, const DateValue& day,
                                         Lang lang);
[[nodiscard]] std::string conflicts_json(const MergeResult& result, const Sources& sources, Lang lang);

}  // namespace matter
