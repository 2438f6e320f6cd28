#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "media/xlsx_read.h"
#include "ops/import_matters.h"
#include "ops/workbook_content.h"

namespace matter {

/// The first cell of the sheet that nobody sees: it holds what a workbook was made of.
inline constexpr std::string_view workbook_mark = "matter-workbook";
/// The first cells of the other sheets that are no tables, in both languages.
[[nodiscard]] Bilingual guide_mark();
[[nodiscard]] Bilingual taken_mark();
[[nodiscard]] Bilingual words_mark();

/// What stands in the sheet of the base, row by row.
[[nodiscard]] std::vector<std::vector<std::string>> base_rows(const WorkbookContent& content);

/// What a workbook that comes back was made of.
struct WorkbookBase {
  std::int32_t mapping_version = 0;
  std::string source;
  DateValue day;
  std::vector<WorkbookMatter> matters;
  std::vector<TakenCell> taken;                     ///< rows are not known
  std::vector<std::vector<std::string>> headings;   ///< by table, as it was exported
  std::vector<std::vector<WorkbookRowTexts>> rows;  ///< by table
};

/// Whether a sheet is one of ours and no table.
[[nodiscard]] bool is_beside_tables(const WorkbookSheet& sheet);
/// Nothing where the workbook has no such sheet, or it is damaged, or of a form that this program does not know.
[[nodiscard]] std::optional<WorkbookBase> read_base(const std::vector<WorkbookSheet>& sheets, const Mapping& mapping);
/// Takes out of a sheet the cells that show nothing but what is taken from a standard entry: nobody wrote them.
void leave_out_taken(const WorkbookBase& base, const Mapping& mapping, WorkbookSheet& sheet);
/// Its tables, as those of an import.
[[nodiscard]] TableTexts base_texts(const WorkbookBase& base, Sources& sources);

}  // namespace matter
