#include <fmt/format.h>

#include "report/finding_parts.h"

namespace matter::renderers {
namespace {

constexpr std::size_t flush_at = 64 * 1024;

/// `<file name><error line column severity message source/></file>`, a file for each run of findings in it.
void write(const Report& report, const Sink& to) {
  Places places(report.sources);
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"10.0\">\n";
  bool open = false;
  SourceId source = no_source;
  for (const Diagnostic& d : report.result.findings) {
    const Reach reach = reach_of(d.at, places);
    if (!open || source != d.at.source) {
      if (open) out += "  </file>\n";
      const std::string name = from_root(reach.file.empty() ? "." : reach.file, report.folder);
      out += fmt::format("  <file name=\"{}\">\n", xml_safe(name));
      open = true;
      source = d.at.source;
    }
    out += fmt::format("    <error line=\"{}\" column=\"{}\" severity=\"{}\" message=\"{}\" source=\"matter.{}\"/>\n",
                       reach.lines ? reach.begin.line : 1, reach.lines ? reach.begin.column : 1, name(d.severity),
                       xml_safe(told_whole(d, places, report.style.lang)), xml_safe(d.rule));
    if (out.size() < flush_at) continue;
    to(out);
    out.clear();
  }
  if (open) out += "  </file>\n";
  to(out + "</checkstyle>\n");
}

}  // namespace

extern const Renderer checkstyle_renderer;
const Renderer checkstyle_renderer{
    .name = "checkstyle", .help = {"给代码评审工具", "for review tools"}, .write = write};

}  // namespace matter::renderers
