#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ops/validate.h"
#include "text/lines.h"

namespace matter {

struct FixOptions {
  bool unsafe = false;  ///< fixes that may change a meaning, too
  bool write = true;    ///< else only worked out
};

/// One edit of a fix, in the text as it stood then.
struct AppliedEdit {
  Position begin, end;
  std::string text;
};

/// A finding that was mended. Its places are those of the file as it stood in its round: what earlier rounds did to it
/// is done already.
struct AppliedFix {
  std::string_view rule;
  Severity severity = Severity::error;
  std::string file;
  Position at;
  std::string matter, field, message, what, fingerprint;
  bool safe = true;
  bool converts = false;
  unsigned round = 1;
  std::vector<AppliedEdit> edits;
};

/// A file that is another one now. `before` is what was read, converted to UTF-8 where it was in another encoding.
struct FixedFile {
  std::string name;  ///< the path, or that of standard input
  bool standard_input = false;
  Encoding converted_from = Encoding::utf8;  ///< utf8: not converted
  std::string before, after;
  std::size_t fixes = 0;
};

/// Findings of one file that have a fix which was not carried out.
struct NotFixed {
  std::string file;
  std::string reason;
  std::size_t findings = 0;
};

struct FixResult {
  std::unique_ptr<Sources> sources;  ///< of `left`
  ValidateResult left;               ///< what is found once the fixes are made
  ValidateResult found;              ///< what was found before: counts only
  std::vector<AppliedFix> applied;   ///< in order of file, round and place
  std::vector<FixedFile> files;      ///< in order of name
  std::vector<NotFixed> not_fixed;
  std::string given;  ///< standard input byte for byte, where it was checked
  bool written = false;
};

/// Checks, mends what can be mended, and checks again, until nothing is left to mend. Where two fixes meet, the first
/// one holds and the next round takes the other, if it is still offered. Each file is held against its text before
/// (edit/span_guard.h); a fix that does not make its finding go away is taken back. All files are written or none;
/// standard input is never written, its text is in the result. Throws std::system_error.
[[nodiscard]] FixResult fix(const std::vector<std::string>& paths, const FixOptions& what, const RunOptions& options);

/// A finding whose fix would change more than its spans.
struct RefusedFix {
  const Diagnostic* finding = nullptr;
  std::string why;
};

/// A round of fixes of one text: those that were taken, and the text after them.
struct FixedText {
  std::string text;
  std::vector<const Diagnostic*> taken;  ///< in the order given
  std::vector<RefusedFix> refused;
};

/// Takes the fixes of `wanted` (of one source, in order of place) that do not meet one taken before.
[[nodiscard]] FixedText fixed_text(std::string_view text, const std::vector<const Diagnostic*>& wanted, Lang lang);

}  // namespace matter
