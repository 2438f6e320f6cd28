#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "change/merge.h"
#include "diag/diagnostic.h"
#include "ops/run.h"
#include "text/source.h"

namespace matter {

class GitRepository;  // ops/git_tree.h

/// A row of a table of conflicts that somebody filled in (ops/merge_table.h).
struct MergeRow {
  std::string id;  ///< of the conflict, as conflict_id gives it; empty where the table has none
  std::string file, matter, field;
  MergeSide side = MergeSide::ours;
  std::size_t number = 0;  ///< in the table, as Excel counts its rows
};

struct MergeCall {
  std::array<std::string, merge_sides> labels;  ///< who, in the markers; empty: the side's own name
  std::optional<Strictness> strictness;         ///< before what catalog.yaml says
  std::vector<MergeRow> choices;
  bool explain = false;  ///< fill FileMerge::decisions
};

/// How a file of the result came about.
enum class FileFate : std::uint8_t {
  same,      ///< all sides have the same, or both made the same of it
  ours,      ///< only ours changed or added it
  theirs,    ///< only theirs did
  combined,  ///< both did: merged, perhaps with conflicts
  removed,   ///< one side took it away, the other had left it as it was
};
[[nodiscard]] std::string_view name(FileFate fate);  // "same" …

/// One file of three.
struct FileMerge {
  std::string path;                            ///< in the result, below its folder; of a single file empty
  std::array<std::string, merge_sides> paths;  ///< on each side, where it is another one (the file was moved)
  std::array<SourceId, merge_sides> sources{no_source, no_source, no_source};  ///< of the sides that have it
  FileFate fate = FileFate::same;
  bool bytes = false;        ///< no YAML: taken whole from one side
  bool moved_twice = false;  ///< the sides moved it to different places; it stands where ours put it
  MergeRefusal refusal = MergeRefusal::none;
  MergeSide refused_side = MergeSide::ours;
  std::vector<MergeConflict> conflicts;
  std::vector<MergeDecision> decisions;
  std::vector<std::size_t> used_choices;  ///< indexes into MergeCall::choices
  std::string text;                       ///< what the file becomes; empty for one that goes
  bool as_ours = false;                   ///< it has the bytes of OURS; they are not in `text`
  bool gone = false;                      ///< it is not in the result
  bool executable = false;                ///< whoever may read it may run it
  bool mode_changed = false;              ///< `executable` is not what OURS has
  std::string theirs_beside;              ///< of files that are no YAML, in conflict: what theirs has, kept beside ours
  bool keep_theirs = false;               ///< `theirs_beside` is to be written
  std::optional<std::size_t> ours_read;   ///< text_print of what OURS has on the disk, of what is to be written
  std::array<Encoding, merge_sides> encodings{};  ///< of sides that were brought together: what they were before
};

/// Three files or trees brought together. Plain data for renderers, git and tests.
struct MergeResult {
  bool trees = false;
  std::array<std::string, merge_sides> names;  ///< what was named: paths, or commits
  bool commits = false;                        ///< the sides are commits of git
  std::vector<FileMerge> files;                ///< in order of path
  std::size_t conflicts = 0;
  std::size_t decided = 0;                  ///< conflicts that a choice decided
  std::vector<std::size_t> unused_choices;  ///< that fit no conflict: nothing may be written then
  std::vector<NotChecked> not_merged;       ///< what was passed over
  bool validated = false;                   ///< false where there are conflicts
  /// Errors that the result has and neither ours nor theirs had: merged but invalid. Places into `sources`.
  std::vector<Diagnostic> invalid;
  /// Why nothing was merged (a wrong catalog.yaml).
  std::vector<Diagnostic> findings;

  [[nodiscard]] bool refused() const;  ///< a file cannot be merged entry by entry; nothing is to be written
  [[nodiscard]] bool clean() const { return conflicts == 0 && invalid.empty() && findings.empty() && !refused(); }
};

/// Merges three files, or three folders: files by relative path, one that a side moved by the matters in it, else by
/// its bytes. What the catalog of OURS says under `merge:` holds. Writes nothing. The result does not depend on `jobs`.
/// Throws std::system_error for what does not exist or cannot be read.
[[nodiscard]] MergeResult merge_paths(const std::array<std::string, merge_sides>& sides, const MergeCall& call,
                                      const RunOptions& options, Sources& sources);

/// The same for what three versions of one file hold; `path` is FileMerge::path. One side's bytes come out as they are;
/// where two are brought together, what is certainly of another encoding comes out as UTF-8.
[[nodiscard]] FileMerge merge_one(const std::array<std::string, merge_sides>& bytes, const MergeCall& call,
                                  const MergeOptions& how, const std::string& path = {});

/// What settles how near changes may stand: the call, else the catalog, else `cell` with fees, limits and basis whole.
[[nodiscard]] MergeOptions merge_options(const MergeCall& call, const std::string& path, Sources& sources, Lang lang,
                                         std::vector<Diagnostic>& findings);

/// Three commits (with the names that they were given), below one path of the repository: nothing is checked out,
/// objects that are the same are not read. A path that is a file is merged as a single file.
struct MergeCommits {
  const GitRepository* git = nullptr;
  std::array<std::string, merge_sides> names;
  std::string below;  ///< as the repository calls it
};
[[nodiscard]] MergeResult merge_commits(const MergeCommits& sides, const MergeCall& call, const RunOptions& options,
                                        Sources& sources);

/// Writes the result below a folder, which appears whole or not at all; it must be missing or empty, else false.
[[nodiscard]] bool write_merged_tree(const MergeResult& result, const Sources& sources, const std::string& folder);

struct InPlaceResult {
  std::size_t written = 0, removed = 0;
  std::vector<std::string> in_the_way;  ///< files that are not as OURS has them, or stand in the way of new ones
};
/// Writes what is not as OURS has it into the folder of OURS (or, of commits, the working tree's): all or none, and
/// nothing where something is in the way.
[[nodiscard]] InPlaceResult write_merged_in_place(const MergeResult& result, const Sources& sources,
                                                  const std::string& folder);

/// Tells a conflict from all others; another one when any of its three values is another. `c` and 8 hexadecimal digits.
[[nodiscard]] std::string conflict_id(const std::string& file, const MergeConflict& conflict);

/// Why a file was refused, in words.
[[nodiscard]] std::string refusal_words(const FileMerge& file, Lang lang);

}  // namespace matter
