#include "report/baseline.h"
#include "report/findings_json.h"
#include "report/fixes.h"
#include "report/renderer.h"
#include "report/since.h"

namespace matter::renderers {
namespace {

void write(const Report& report, const Sink& to) {
  if (report.fixes != nullptr) {
    write_fixes_json(*report.fixes, to);
  } else if (report.since != nullptr) {
    write_since_json(*report.since, report.commit, report.sources, to);
  } else if (report.baseline != nullptr) {
    write_baseline_json(report.result, *report.baseline, report.sources, to);
  } else {
    write_findings_json(report.result, report.sources, to);
  }
}

}  // namespace

extern const Renderer json_renderer;
const Renderer json_renderer{.name = "json", .help = {"给程序看", "for programs"}, .write = write};

}  // namespace matter::renderers
