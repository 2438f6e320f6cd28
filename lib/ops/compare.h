#pragma once

#include <array>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "checks/elements.h"
#include "diag/diagnostic.h"
#include "ops/run.h"
#include "text/source.h"

namespace matter {

struct CompareOptions {
  std::string profile;              ///< id or file of a profile; empty: each catalog's own
  std::vector<std::string> levels;  ///< only matters of these levels; none: all
  std::string agency;               ///< only matters of this agency, by name or code; empty: all
  std::string code;  ///< only the matters that this code means: identity, 基本编码 or standard entry; empty: all
};

/// Gives each catalog the profile that is asked for (an id, or a file); of an empty one, each its own. None, and
/// findings, where there is no such profile.
[[nodiscard]] std::vector<std::shared_ptr<const Profile>> chosen_profiles(const std::string& profile,
                                                                          std::span<CatalogContext> catalogs,
                                                                          Sources& sources, Collector& findings);
/// Whether an effective matter is among those that are asked for.
[[nodiscard]] bool is_wanted(const CompareOptions& what, const Matter& m, std::string_view identity,
                             std::string_view level);

/// Verdicts of many cells.
struct CompareTotals {
  std::array<std::size_t, verdicts> cells{};  ///< by Verdict
  std::size_t matters = 0;
  std::size_t departing = 0;  ///< matters with a cell that is 更差, 缺失 or 多出

  [[nodiscard]] std::size_t of(Verdict verdict) const { return cells[static_cast<std::size_t>(verdict)]; }
  [[nodiscard]] std::size_t bad() const { return of(Verdict::worse) + of(Verdict::missing) + of(Verdict::extra); }
};

struct NamedTotals {
  std::string name;   ///< canonical; may be empty where matters do not say it
  std::string label;  ///< of an element
  CompareTotals totals;
};

/// One matter with its cells.
struct ComparedMatter {
  std::string item;       ///< what makes it the same one as others: code of the entry, or 基本编码/办理项
  std::string item_name;  ///< as a citizen sees it
  bool first = false;     ///< of its item
  std::string identity, name, level, agency;
  Location at;
  bool bound = false;      ///< compared with its standard entry; else with the same matter elsewhere
  bool reference = false;  ///< that the others of its item are compared with
  std::string other;       ///< identity of what it is compared with; of an entry with its version
  Location other_at;
  const Profile* profile = nullptr;
  struct Cell {
    std::size_t element = 0;  ///< column: index into CompareResult::elements
    const Element* spec = nullptr;
    ElementResult result;
  };
  std::vector<Cell> cells;  ///< of each element of its profile
};

/// Which matters and cells are told in detail.
struct CompareShow {
  std::array<bool, verdicts> only{false, true, true, true, true, false};  ///< by Verdict
  std::size_t items = 0;                                                  ///< at most; 0: all

  [[nodiscard]] bool wants(Verdict verdict) const { return only[static_cast<std::size_t>(verdict)]; }
};

class LevelComparison;

/// What a comparison of levels gave. Small: a verdict a cell; what differs is read again when it is told.
struct CompareResult {
  std::vector<std::string> profiles;  ///< `福建五级十五同 (fj-5x15)`, each once
  bool verified = true;               ///< all of them read in published texts
  std::vector<NamedTotals> elements;  ///< name: id
  std::vector<NamedTotals> levels;    ///< of the highest first
  std::vector<NamedTotals> agencies;  ///< the worst first
  CompareTotals all;
  std::size_t files = 0, matters = 0, entries = 0;
  std::size_t bound = 0;    ///< compared with their entries
  std::size_t others = 0;   ///< compared with the same matter elsewhere, the references apart
  std::size_t items = 0;    ///< groups of matters that are one
  std::size_t damaged = 0;  ///< files that could not be read whole
  std::vector<NotChecked> not_compared;
  std::vector<Diagnostic> findings;  ///< errors of catalogs, profiles and reading

  /// The matters that have a cell that is wanted, the worst item first, those of one item together, the highest level
  /// first; a reference is told where one that is compared with it is. Says how many items there are. Reads files
  /// again: throws std::system_error.
  std::size_t each(const CompareShow& show, const std::function<void(const ComparedMatter&)>& visitor) const;

  std::shared_ptr<const LevelComparison> kept;
};

/// Compares the effective matters below the paths by a profile: those that are bound with their standard entry, those
/// without one with the same matter (基本编码 and 办理项) of the highest level. The result depends neither on `jobs`
/// nor on the order of the paths. Throws std::system_error for what does not exist or cannot be read. `sources` must
/// outlive the result.
[[nodiscard]] CompareResult compare_levels(const std::vector<std::string>& paths, const CompareOptions& what,
                                           const RunOptions& options, Sources& sources);

}  // namespace matter
