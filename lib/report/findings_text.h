#pragma once

#include <span>
#include <string_view>

#include "diag/diagnostic.h"
#include "ops/validate.h"
#include "report/sink.h"
#include "report/text_style.h"
#include "text/source.h"

namespace matter {

/// Findings for people: `path:line:col: severity: message [rule-id]`, the source line with what is meant
/// underlined, then notes with their places, the hint and the fix. In the order given; sources are read again,
/// one after another. Severities, labels and punctuation are in the language of the style.
/// A source that cannot be read any more is shown without its line. `TextStyle::reading` groups them, lists the first
/// of each kind and says of how many more, or gives numbers by rule in their place.
void write_findings(std::span<const Diagnostic> findings, const Sources& sources, const TextStyle& style,
                    const Sink& to);

/// The end of a report: files, matters and findings by severity, what can be fixed (or `beside` in its place), then
/// what was not checked and why.
void write_summary(const ValidateResult& result, const TextStyle& style, const Sink& to, std::string_view beside = {});

[[nodiscard]] Bilingual severity_word(Severity severity);

/// What the program could mend by itself, as a line; empty where there is nothing.
[[nodiscard]] std::string fixable_line(const ValidateResult& result, Lang lang);

/// Both.
void write_findings_text(const ValidateResult& result, const Sources& sources, const TextStyle& style, const Sink& to);

}  // namespace matter
