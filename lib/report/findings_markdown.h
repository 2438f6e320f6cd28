#pragma once

#include "report/renderer.h"

namespace matter {

/// A report for a merge request, a ticket or the summary of a pipeline: numbers, the rules with how often each was
/// found, then the findings. Nothing of a catalog is markup. `most_bytes`: findings that do not fit are left out, and
/// it is said how many; 0: no bound.
void write_findings_markdown(const Report& report, const Sink& to, std::size_t most_bytes = 0);

}  // namespace matter
