#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "change/change.h"
#include "change/impact.h"
#include "diag/diagnostic.h"
#include "ops/run.h"
#include "text/source.h"

namespace matter {

class GitRepository;  // ops/git_tree.h

/// One side: a file, a folder or `-`; with `git`, what a commit has below the path.
struct DiffInput {
  std::string path;
  std::string name;                    ///< of the commit, as it was given
  const GitRepository* git = nullptr;  ///< null: the disk
};

/// One matter that is not the same on both sides. Values are effective: what a standard entry changed for
/// those who inherit from it is here too, marked as inherited.
struct MatterDiff {
  ChangeKind kind = ChangeKind::changed;  ///< added, removed or changed
  std::string matter;              ///< identity; of a standard entry `code@version`, without a code `path#number`
  std::string name;                ///< as a citizen sees it; the new one where there is one
  Location before, after;          ///< of the name, else the entry; unknown where there is none
  std::vector<Change> changes;     ///< of a changed one
  Impact impact;                   ///< of a changed one
  std::string agency, level;       ///< who is responsible, new side first; empty where it does not say
  bool sample = false;             ///< either side is a 样例
  std::vector<Diagnostic> doubts;  ///< reductions that are none
  /// Of one that came or went, or has no code and stands in another place.
  const ChangeType* type = nullptr;
  Judgement judged = {};  ///< likewise
  std::string other;      ///< what it is called on the old side, where that is something else
  double likeness = 0;    ///< above 0: found by likeness (change/likeness.h), not by identity
};

/// A catalog.yaml that says something else.
struct CatalogDiff {
  ChangeKind kind = ChangeKind::changed;
  std::string file;  ///< relative to what was compared
  Location before, after;
  std::vector<Change> changes;
  const ChangeType* type = nullptr;  ///< of one that came or went
  Judgement judged = {};             ///< likewise
};

/// How many changes mean what. Changed fields count each; a matter or a catalog.yaml that came or went counts as one.
struct JudgedChanges {
  std::size_t less = 0, neutral = 0, more = 0;
  std::size_t breaking = 0;

  void add(Judgement judged);
};

/// What is different between two trees. Plain data for renderers, the editor and tests.
struct DiffResult {
  std::size_t files_before = 0, files_after = 0;
  std::size_t same_objects =
      0;  ///< files that are one object in git on both sides: not read, their matters not counted
  std::size_t added = 0, removed = 0, changed = 0, same = 0;  ///< matters
  std::size_t fields = 0;                                     ///< changes in all changed matters
  JudgedChanges judged;                                       ///< of catalogs too
  Reductions reductions;  ///< 四减 over the changed matters (added and removed ones are none)
  /// The same by agency and by level, in order of name; only where there are several.
  std::map<std::string, Reductions> by_agency, by_level;
  std::size_t doubts = 0;           ///< reductions that are none, in all matters
  std::vector<MatterDiff> matters;  ///< in order of relative path and place, the new side's where there is one
  std::vector<CatalogDiff> catalogs;
  std::vector<NotChecked> not_compared;
  /// Of a comparison with counterparts (ops/diff_against.h): the level or agency, or `standard_counterpart`; else
  /// empty.
  std::string against;
  /// Why the two cannot be compared (unreadable YAML, one identity twice in a tree); then all else is empty.
  std::vector<Diagnostic> findings;

  [[nodiscard]] bool understood() const { return findings.empty(); }
  [[nodiscard]] bool any() const { return !matters.empty() || !catalogs.empty(); }
  /// Neither side holds a matter: never a clean run.
  [[nodiscard]] bool nothing() const {
    return added + removed + changed + same + same_objects == 0 && findings.empty();
  }
};

inline constexpr std::string_view standard_counterpart = "standard";

/// Sums up the matters of a comparison: counts, judgements, 四减; with findings nothing but these is left.
void sum_up(DiffResult& result);

/// Compares two files or trees (or `-`). Matters are matched by identity across all files, so that a moved file
/// is no change; those without one by relative path and document number; what is left then by likeness. Of files with
/// the same bytes at the same place it is only made sure that they can be understood, unless a standard entry changed
/// or something was left without a partner.
/// The result does not depend on `jobs`. Throws std::system_error for what does not exist or cannot be read.
[[nodiscard]] DiffResult diff(const DiffInput& before, const DiffInput& after, const RunOptions& options,
                              Sources& sources);
[[nodiscard]] DiffResult diff(const std::string& before, const std::string& after, const RunOptions& options,
                              Sources& sources);

}  // namespace matter
