#include "media/csv.h"

#include "media/guard.h"
#include "report/finding_table.h"

namespace matter::renderers {
namespace {

constexpr std::size_t flush_at = 64 * 1024;

/// With a byte order mark, so that Excel takes it for UTF-8; no cell is a formula, and no code becomes a number.
void write(const Report& report, const Sink& to) {
  const Lang lang = report.style.lang;
  Places places(report.sources);
  std::string out = "\xEF\xBB\xBF";
  CsvWriter csv(out);
  for (const FindingColumn& column : finding_columns()) csv.cell(column.title.in(lang));
  csv.end_row();
  for (const Diagnostic& d : report.result.findings) {
    const std::vector<std::string> cells = finding_cells(d, places, lang);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const bool number = finding_columns()[i].kind == FindingColumn::Kind::number;
      csv.cell(number ? cells[i] : guarded(cells[i], Guard::numbers_too));
    }
    csv.end_row();
    if (out.size() < flush_at) continue;
    to(out);
    out.clear();
  }
  to(out);
}

}  // namespace

extern const Renderer csv_renderer;
const Renderer csv_renderer{.name = "csv", .help = {"给表格软件", "for spreadsheets"}, .write = write};

}  // namespace matter::renderers
