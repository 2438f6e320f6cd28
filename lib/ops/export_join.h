#pragma once

#include "ops/export.h"

namespace matter {

/// Joins shares (`options.join`) to what one run would have written, to the byte: their pieces in the order of the
/// matters, when the rules across matters have judged all of them. Platforms, media, paths and day are the shares'.
void join_shares(const ExportOptions& options, const RunOptions& run, Sources& sources, ExportBatch& result);

}  // namespace matter
