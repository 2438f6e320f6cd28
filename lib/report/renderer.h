#pragma once

#include <span>
#include <string>
#include <string_view>

#include "ops/baseline.h"
#include "ops/fix.h"
#include "ops/since.h"
#include "ops/split.h"
#include "ops/validate.h"
#include "report/sink.h"
#include "report/text_style.h"

namespace matter {

/// What a check found, as every renderer of findings gets it: one reading, one check, any number of forms.
struct Report {
  const ValidateResult& result;
  const Sources& sources;
  TextStyle style;                          ///< language of all forms; colours, width and reading of those for people
  DateValue day = {};                       ///< of the check
  std::optional<Severity> fails_at = {};    ///< findings that make the exit code 1; nothing: none does
  std::string_view folder = {};             ///< what leads from the root of the repository to where names begin: `a/b/`
  const SinceResult* since = nullptr;       ///< where a change was asked about; `result` is what is shown
  std::string_view commit = {};             ///< as it was given, beside `since`
  const BaselineUse* baseline = nullptr;    ///< where one was used
  const FixResult* fixes = nullptr;         ///< where findings were mended; `result` is what is left
  bool fixes_only_shown = false;            ///< and not made
  std::span<const std::string> paths = {};  ///< what was checked, as it was given
  const Whose* whose = nullptr;             ///< whose the findings are, where a form asks for it and it can be known
};

/// A form of a report. One file each in report/renderers/, `extern const Renderer sarif_renderer;
/// const Renderer sarif_renderer{...}` in sarif.cpp for `--format sarif` and `--output sarif=FILE`.
struct Renderer {
  std::string_view name;  ///< that of its file
  Bilingual help;         ///< who reads it, in a few words
  bool hidden = false;    ///< shows what comments and baselines hide: the check is to keep it (RunOptions::keep_hidden)
  bool binary = false;    ///< nothing for a terminal
  bool owners = false;    ///< tells whose findings are (Report::whose): files are read once more for it
  bool reading = false;   ///< groups and samples as TextStyle::reading says; others always show all
  /// Writes the form in pieces; never throws for what a catalog says.
  void (*write)(const Report&, const Sink&) = nullptr;
};

/// All forms in order of name. Generated from the folder.
[[nodiscard]] std::span<const Renderer* const> all_renderers();
/// Null where there is none of the name.
[[nodiscard]] const Renderer* find_renderer(std::string_view name);

}  // namespace matter
