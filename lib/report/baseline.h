#pragma once

#include <string_view>

#include "ops/baseline.h"
#include "report/sink.h"
#include "report/text_style.h"

namespace matter {

/// The findings that are left, and what became of the baseline.
void write_baseline_text(const ValidateResult& result, const BaselineUse& use, const Sources& sources,
                         const TextStyle& style, const Sink& to);
/// `matter.findings/1` with a member `baseline`: {"file", "whole", "gone", "grown", "written"}.
void write_baseline_json(const ValidateResult& result, const BaselineUse& use, const Sources& sources, const Sink& to);

}  // namespace matter
