#pragma once

#include <string>

#include "ops/fix.h"
#include "report/sink.h"
#include "report/text_style.h"

namespace matter {

/// What was mended, a line each: `path:line:column: fixed: what [rule]`; then what is left as a check shows it, and how
/// many findings were fixed, are left, and could be fixed.
void write_fixes_text(const FixResult& result, const TextStyle& style, const Sink& to);

/// The files as one unified diff; a file that is converted is named in a line before it.
void write_fixes_diff(const FixResult& result, const TextStyle& style, const Sink& to);

/// What would be (or was) mended in one or two sentences, without a line break.
[[nodiscard]] std::string fixes_summary(const FixResult& result, Lang lang);

/// `matter.findings/1` of what is left, with a member "fixes" behind "summary":
/// {"written", "fixed", "files": [{"file", "fixed", "converted_from"?}],
///  "applied": [{"rule", "severity", "file", "line", "column", "matter", "field", "message", "what", "safe", "round",
///               "edits": [{"line", "column", "end_line", "end_column", "text"}], "fingerprint"}],
///  "not_fixed": [{"file", "reason", "count"}]}
/// Places of `applied` are those of the file as it stood in its round; rounds count from 1.
void write_fixes_json(const FixResult& result, const Sink& to);

}  // namespace matter
