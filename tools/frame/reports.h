#pragma once

#include <string>
#include <vector>

#include "frame/invocation.h"
#include "report/renderer.h"

namespace matter::cli {

// Options of commands whose result is findings; every renderer (lib/report/renderers) is a form of them.
extern const Option report_format_option;
extern const Option report_output_option;  ///< may be given several times, with a form each: outputs.h
extern const Option group_option;
extern const Option statistics_option;
extern const Option all_option;

/// Whether something asked for shows what comments and the baseline hide.
[[nodiscard]] bool wants_hidden(const Invocation& in);

/// A mistake in what was asked for, before any work is done: a workbook for a terminal, a grouping that no form shows.
[[nodiscard]] bool forms_misused(const Invocation& in, const std::vector<std::string>& paths, int& code);

/// Writes the report in every form asked for to its place: all reports are made before the first file appears. Without
/// --format and --output: as text, and in GitHub Actions as annotations and summary too. `beside`: standard output is
/// taken, so what would go there goes to standard error. Gives the exit code: 1 for `found`.
int tell_report(const Invocation& in, Report report, const std::vector<std::string>& paths, bool found,
                bool beside = false);

}  // namespace matter::cli
