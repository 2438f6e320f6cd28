#pragma once

#include <functional>
#include <string>

#include "frame/invocation.h"
#include "report/findings_text.h"
#include "report/sink.h"

namespace matter::cli {

/// The option of a JSON file beside the result; its help is each command's own.
[[nodiscard]] constexpr Option report_option_with(Bilingual help) {
  return {.name = "report", .kind = Kind::path, .value = {"文件", "FILE"}, .help = help};
}

/// What came of a command that makes a folder of files, and how to show it.
struct ExchangeResult {
  bool nothing = false;  ///< there was nothing to work on, and no finding says why
  bool written = false;
  bool incomplete = false;  ///< something was left out, as --keep-going allows
  bool findings = false;
  std::function<std::string()> json;
  std::function<void(const TextStyle&, const Sink&)> text;
};

/// Writes the report file, if one was asked for, and the text, and gives the exit code. `nothing` and
/// `not_written` are what is said with exit code 2.
int tell(const Invocation& in, const Option& report, const ExchangeResult& result, const Bilingual& nothing,
         const Bilingual& not_written);

}  // namespace matter::cli
