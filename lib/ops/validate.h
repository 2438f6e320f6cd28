#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "exchange/read_catalogs.h"
#include "ops/load.h"
#include "ops/run.h"
#include "text/source.h"

namespace matter {

/// What was found and is not shown.
struct HiddenFinding {
  Diagnostic finding;
  Location comment;  ///< that hides it; unknown: the baseline does
};

/// What a check of catalogs found. Plain data for renderers, the editor and tests.
struct ValidateResult {
  std::size_t files = 0;    ///< read
  std::size_t matters = 0;  ///< found in them
  std::size_t errors = 0, warnings = 0, infos = 0;
  std::size_t fixable = 0, unsafe_fixable = 0;  ///< findings with a fix that may be carried out (Fix::usable)
  bool complete = false;                        ///< everything could be read
  std::size_t suppressed = 0;                   ///< found, and hidden by comments
  std::size_t baselined = 0;                    ///< found, and known to the baseline
  std::vector<NotChecked> not_checked;          ///< files, then matters, then rules in order of id
  std::vector<NamedAnyway> named_anyway;        ///< read, although a .matterignore leaves them out
  std::vector<Diagnostic> findings;             ///< in order of source, place and rule; places into `sources`
  /// Only with RunOptions::keep_hidden: what comments hide, then what the baseline does, each in the same order.
  std::vector<HiddenFinding> hidden;

  /// Nothing was looked at: no file, or files without a matter and without a finding. Never a clean run.
  [[nodiscard]] bool nothing() const { return matters == 0 && findings.empty(); }
};

/// A matter that was checked: enough to tell whether it says something else elsewhere.
struct MatterPrint {
  std::string name;  ///< as in reports
  SourceId source = no_source;
  Span span;
  std::size_t bytes = 0;  ///< hash of what is written; means something in this process only
};

/// What else is done with matters while they are checked, so that they are read once.
struct BesideCheck {
  /// As of for_each_matter (load.h): of every matter, in the order of files, effective as far as its entry was found.
  MatterCallback each;
  /// Whether it is one that is checked and given to `each`; empty: all are.
  std::function<bool(std::string_view identity)> mine = {};
  std::function<void()> other = {};  ///< called for those that are not
  bool part = false;                 ///< others check the rest: rules across matters are not judged
};
/// What such a check found that stands in the way of using the matters.
struct CheckedBeside {
  LoadSummary read;
  std::vector<Diagnostic> reading;   ///< of catalog.yaml files and of readers, of any severity, in the order of files
  std::vector<Diagnostic> blocking;  ///< errors of every other kind, in order of source and place
  std::vector<NotChecked> not_checked;
  std::vector<ReadCatalog> catalogs;
  std::string content;  ///< XXH3-128 of all files, by name and text, of standard catalogs too
  std::string facts;    ///< of a part: for `judge_parts`
  bool complete = false;
};
/// Checks as `validate` does; what is no error is let go at once, so that memory does not grow with warnings.
[[nodiscard]] CheckedBeside validate_beside(const std::vector<std::string>& paths, const BesideCheck& beside,
                                            const RunOptions& options, Sources& sources);

/// What rules across matters say where several runs have checked a part each. `facts` are theirs; nothing where one of
/// them is damaged. Only errors, in order of source and place; `content` as above.
[[nodiscard]] std::optional<CheckedBeside> judge_parts(const std::vector<std::string>& paths,
                                                       const std::vector<std::string>& facts, bool complete,
                                                       const RunOptions& options, Sources& sources);

/// Checks files, folders and `-` with every rule: standard entries first, then all files as a stream; the
/// result does not depend on `jobs`. Texts are not kept. Throws std::system_error for a path that does not
/// exist or a file that cannot be read.
[[nodiscard]] ValidateResult validate(const std::vector<std::string>& paths, const RunOptions& options,
                                      Sources& sources);
/// The same for files that are found in another way: those of a commit, or of a tree that is not written yet.
[[nodiscard]] ValidateResult validate(const FindFiles& find, const RunOptions& options, Sources& sources,
                                      StandardsRead standards = StandardsRead::all);

/// Whether certain findings are there: those of `rules` are as in a full check; of other rules only what readers say
/// counts, and of `suppression-unused` nothing, unless it is asked for, which takes all rules. Empty: all rules.
[[nodiscard]] ValidateResult validate_only(const std::vector<std::string>& rules, const FindFiles& find,
                                           const RunOptions& options, Sources& sources,
                                           StandardsRead standards = StandardsRead::all);

/// The same, and everything that was looked at.
struct CheckedTree {
  ValidateResult result;
  std::vector<MatterPrint> matters;  ///< in order of file and place
  std::vector<SourceId> files;       ///< in order
  std::vector<std::size_t> texts;    ///< of these, what they held (text_print)
};
[[nodiscard]] CheckedTree validate_tree(const FindFiles& find, const std::vector<std::string>& paths,
                                        const RunOptions& options, Sources& sources);

}  // namespace matter
