#pragma once

#include <string>

#include "diag/lang.h"
#include "ops/workbook_content.h"

namespace matter {

/// The bytes of a workbook that people edit: how it is used, a sheet of matters, one for each list, what is taken from
/// standard entries; hidden, the values that cells offer and what stood in every cell. The same for the same content.
[[nodiscard]] std::string workbook_bytes(const WorkbookContent& content, Lang lang);

}  // namespace matter
