#pragma once

#include <functional>
#include <string>
#include <vector>

#include "frame/invocation.h"
#include "frame/progress.h"
#include "report/findings_text.h"
#include "report/sink.h"

namespace matter::cli {

/// The option of a JSON file beside the result; its help is each command's own.
[[nodiscard]] constexpr Option report_option_with(Bilingual help) {
  return {.name = "report", .kind = Kind::path, .value = {"文件", "FILE"}, .help = help};
}

/// The paths given; without any, the working folder.
[[nodiscard]] std::vector<std::string> paths_or_here(const Invocation& in);

/// Does the work behind the bar on standard error, and wipes the bar before anything else is said.
template <class Work>
auto worked(const Invocation& in, const Work& work) {
  Progress progress(in.lang, in.quiet);
  return work(in.run(progress));
}

/// A result as it can be written.
struct Forms {
  std::function<void(const TextStyle&, const Sink&)> text;
  std::function<void(const Sink&)> json;  ///< may be empty where a command offers text only
  std::function<void(const Sink&)> csv;   ///< of commands with table_format_option
};

/// What came of a command. Only `forms.text` must be there.
struct Result {
  Forms forms;
  Bilingual nothing;               ///< there was nothing to work on: said instead of the result
  Bilingual failed;                ///< why the command could not do its work: said after the result
  bool found = false;              ///< what the exit code 1 stands for
  bool told_quietly = true;        ///< false: --quiet leaves the result out
  const Option* report = nullptr;  ///< names a file for the JSON form; else --format chooses the form
};

/// Writes a result where --output says, in the form that --format says, with colours only on standard output, and
/// gives the exit code: 2 for `nothing` and `failed`, 1 for `found`.
int tell(const Invocation& in, const Result& result);

/// What --format says: text, json or csv.
[[nodiscard]] std::string_view form_of(const Invocation& in);

/// The form that --format says, as one text.
[[nodiscard]] std::string rendered(const Invocation& in, const Forms& forms, bool color);

}  // namespace matter::cli
