#pragma once

#include <string>

#include "diag/lang.h"
#include "exchange/mapping.h"
#include "media/xlsx.h"
#include "ops/workbook_content.h"

namespace matter {

/// What a heading tells whoever points at it.
[[nodiscard]] std::string heading_note(const Mapping& mapping, const MappedTable& table, const Column& column,
                                       Lang lang);

/// How the workbook is used, as its first sheet.
[[nodiscard]] Sheet guide_sheet(const WorkbookContent& content, Lang lang);
/// All that matters take from standard entries.
[[nodiscard]] Sheet taken_sheet(const WorkbookContent& content, Lang lang);

}  // namespace matter
