#include "report/baseline.h"
#include "report/findings_text.h"
#include "report/fixes.h"
#include "report/renderer.h"
#include "report/since.h"

namespace matter::renderers {
namespace {

void write(const Report& report, const Sink& to) {
  if (report.fixes != nullptr) {
    (report.fixes_only_shown ? write_fixes_diff : write_fixes_text)(*report.fixes, report.style, to);
  } else if (report.since != nullptr) {
    write_since_text(*report.since, report.commit, report.sources, report.style, to);
  } else if (report.baseline != nullptr) {
    write_baseline_text(report.result, *report.baseline, report.sources, report.style, to);
  } else {
    write_findings_text(report.result, report.sources, report.style, to);
  }
}

}  // namespace

extern const Renderer text_renderer;
const Renderer text_renderer{.name = "text", .help = {"给人看", "for people"}, .reading = true, .write = write};

}  // namespace matter::renderers
