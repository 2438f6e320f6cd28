#include "support/workbook.h"

#include <doctest/doctest.h>

#include "support/judges.h"
#include "support/shell.h"

namespace matter::test {

void edit_workbook(const std::filesystem::path& book, const std::string& steps) {
  const ShellResult done = run_judge("edit_workbook.mjs", {book.string(), book.string(), steps});
  REQUIRE_MESSAGE(done.exit == 0, done.err);
}

bool office_saves_book(const std::filesystem::path& folder) {
  const ShellResult done = run_in_shell(
      "command -v soffice >/dev/null || exit 9; HOME=$PWD soffice -env:UserInstallation=file://$PWD/profile "
      "--headless --convert-to 'xlsx:Calc MS Excel 2007 XML' --outdir saved book.xlsx && mv saved/book.xlsx "
      "book.xlsx",
      folder, MATTER_PROGRAM);
  if (done.exit == 9) MESSAGE("skipped: LibreOffice (soffice) is not installed");
  return done.exit == 0;
}

void check_no_errors(const ImportPlan& plan) {
  for (const Diagnostic& d : plan.findings) {
    if (d.severity == Severity::error) FAIL_CHECK(d.message);
  }
}

}  // namespace matter::test
