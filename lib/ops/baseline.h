#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/collector.h"
#include "ops/validate.h"
#include "text/source.h"

namespace matter {

/// Findings that are known and not yet mended, so that a catalog with many of them can ask for none to come. A text
/// file, an entry a line, in bytewise order, so that git shows and merges it well:
///
///     # matter baseline 1
///     <matter>\t<rule>\t<field>\t<fingerprint>\t<count>
///
/// Entries are told apart by what the finding is of, never by its line. Where a matter has no code, it is named by its
/// file, relative to the folder of the baseline.
struct Baseline {
  std::map<std::string, std::size_t> counts;  ///< by the first four columns
};

/// The text of a baseline.
[[nodiscard]] std::string to_text(const Baseline& baseline);
/// What is wrong with a line is a finding at its place; then nothing. Of two lines of one entry (as a merge of both
/// sides' lines leaves them) the smaller number holds.
[[nodiscard]] std::optional<Baseline> read_baseline(std::string_view text, SourceId source, Collector& findings);

/// How a baseline is used.
struct BaselineOptions {
  std::string file;
  bool write = false;  ///< takes out what is no longer found; makes the file where there is none
  bool grow = false;   ///< takes in what is found and not in it
  bool keep = false;   ///< what is known goes to ValidateResult::hidden
};

/// An entry that is no longer found.
struct GoneEntry {
  std::string matter, rule, field, fingerprint;
  std::size_t count = 0;
};

/// What a baseline did.
struct BaselineUse {
  std::string file;
  bool made = false;                    ///< there was none
  bool whole = false;                   ///< all that it can speak of was looked at, and could be read
  std::size_t gone = 0;                 ///< entries that are no longer found
  std::vector<GoneEntry> gone_entries;  ///< these, in the order of the file
  std::size_t grown = 0;                ///< findings taken in
  std::string text;                     ///< to be written; empty: nothing changed, or not asked for
};

/// Takes the findings that the baseline knows out of the result, and counts them there. What is wrong with the file is
/// put in front of the findings; then nothing is hidden or written. Throws std::system_error where the file cannot be
/// read, and with `write` unset where there is none. Nothing is written: `BaselineUse::text` is what to write.
[[nodiscard]] BaselineUse use_baseline(const BaselineOptions& how, const std::vector<std::string>& paths,
                                       Sources& sources, Lang lang, ValidateResult& result);

}  // namespace matter
