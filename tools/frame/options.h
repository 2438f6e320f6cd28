#pragma once

#include <span>

#include "frame/command.h"

namespace matter::cli {

// Options of every command; understood before and after the command's name.
extern const Option help_option;
extern const Option version_option;
extern const Option lang_option;
extern const Option color_option;
extern const Option quiet_option;
extern const Option jobs_option;
extern const Option date_option;

[[nodiscard]] std::span<const Option* const> common_options();

// Options that several commands share.
extern const Option format_option;           ///< text or json
extern const Option document_format_option;  ///< text, markdown or json, of commands whose result goes into documents
extern const Option table_format_option;     ///< text, json or csv, of commands whose result is a table
/// --format of a command that has forms of its own; the first is the usual one.
[[nodiscard]] constexpr Option format_option_with(std::span<const Choice> forms) {
  return {.name = "format",
          .letter = 'f',
          .kind = Kind::choice,
          .value = {"格式", "FORMAT"},
          .help = {"结果的格式", "form of the result"},
          .initial = forms.front().value,
          .choices = forms};
}
extern const Option output_option;  ///< a file instead of standard output

extern const Option edits_dry_run_option;  ///< only tell what a command that edits files would change
extern const Option edits_diff_option;     ///< only show how they would differ

extern const Option out_option;         ///< the folder that is made
extern const Option force_option;       ///< an earlier result there may be replaced
extern const Option keep_going_option;  ///< what cannot be read is left out

}  // namespace matter::cli
