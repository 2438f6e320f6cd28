#pragma once

#include "ops/validate.h"
#include "report/sink.h"
#include "text/source.h"

namespace matter {

/// `matter.findings/1`:
/// {"schema", "summary": {"files", "matters", "errors", "warnings", "infos", "fixable", "unsafe_fixable",
/// "suppressed", "baselined", "not_checked": [{"what", "reason", "count"}]},
///  "findings": [{"rule", "severity", "file", "line", "column", "end_line", "end_column", "matter", "field",
///                "message", "notes": [{"message", "file", "line", "column"}], "hint"?,
///                "fix"?: {"what", "safe", "withheld"?, "convert"?: {"from", "to"}, "edits": [{"file", "line",
///                "column", "end_line", "end_column", "text"}]}, "fingerprint"}]}
/// Lines and columns count from 1, columns in characters, ends are past the last one. A finding without a
/// place has no file, line and column. Bytes that are no UTF-8 come out as U+FFFD.
void write_findings_json(const ValidateResult& result, const Sources& sources, const Sink& to);

}  // namespace matter
