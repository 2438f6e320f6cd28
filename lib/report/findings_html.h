#pragma once

#include "report/renderer.h"

namespace matter {

/// A report as one page that stands alone: where matters stand, what is worst, who has to mend what, and every finding.
/// Whoever has no script reads the first of each rule; a script, which the page's policy names by its hash, shows all
/// of them, filtered and page by page, from data that the page holds.
void write_findings_html(const Report& report, const Sink& to);

}  // namespace matter
