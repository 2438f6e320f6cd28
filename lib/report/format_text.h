#pragma once

#include "ops/format.h"
#include "report/findings_text.h"

namespace matter {

/// The files that were (or would be) changed, a line each. With `summary` a last line that counts.
void write_format_text(const FormatResult& result, const TextStyle& style, bool summary, const Sink& to);

/// One line: how many files were changed, are canonical, or were left alone.
[[nodiscard]] std::string format_summary(const FormatResult& result, Lang lang);

/// The changes as one unified diff, in colours where the style has them.
void write_format_diff(const FormatResult& result, const TextStyle& style, const Sink& to);

/// Why files were left alone.
void write_format_refusals(const FormatResult& result, const Sources& sources, const TextStyle& style, const Sink& to);

/// `matter.format/1`: counts, and each file that is not canonical with its state.
void write_format_json(const FormatResult& result, const Sources& sources, const Sink& to);

}  // namespace matter
