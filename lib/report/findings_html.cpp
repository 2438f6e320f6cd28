#include "report/findings_html.h"

#include "report/findings_html_parts.h"
#include "report/findings_html_script.h"
#include "report/findings_html_style.h"
#include "report/html_parts.h"

namespace matter {

void write_findings_html(const Report& report, const Sink& to) {
  const FindingsPage page(report);
  const bool sample = report.whose != nullptr && report.whose->sample;
  HtmlPage frame{page.lang, page.in({"事项检查报告", "Report of a check of matters"}), findings_html_style,
                 report.result.findings.empty() ? std::string_view() : findings_html_script};
  if (sample) frame.title += page.in({"（示例）", " (sample)"});
  to(html_head(frame));
  to(findings_overview(page));
  if (!report.result.findings.empty()) {
    write_first_findings(page, to);
    write_findings_data(page, to);
  }
  to("</main>\n" + html_end(frame));
}

}  // namespace matter
