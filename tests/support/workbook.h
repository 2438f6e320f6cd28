#pragma once

#include <filesystem>
#include <string>

#include "ops/import_into.h"

namespace matter::test {

/// Changes a workbook as people do (tests/judges/edit_workbook.mjs); fails the test where that cannot be done.
void edit_workbook(const std::filesystem::path& book, const std::string& steps);
/// LibreOffice saves `book.xlsx` in a folder as a workbook of its own. False, and said, where it is not installed.
[[nodiscard]] bool office_saves_book(const std::filesystem::path& folder);
/// No error among the findings of a plan.
void check_no_errors(const ImportPlan& plan);

}  // namespace matter::test
