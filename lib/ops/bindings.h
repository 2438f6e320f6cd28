#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ops/binding_candidates.h"
#include "ops/compare.h"
#include "ops/entry_changes.h"
#include "ops/run.h"
#include "text/source.h"

namespace matter {

/// What tells a matter from others in a list of bindings.
struct BindingMatter {
  std::string identity, name, level, agency;
  Location at;  ///< the binding; of a matter without one the matter
};

/// A matter that is bound to an older version of its entry.
struct StaleMatter : BindingMatter {
  std::string deadline;         ///< the last day to claim the newer version, 2026-01-31; empty: not known
  std::optional<int> left;      ///< working days until then, below 0: overdue; nothing where the calendar or the entry
                                ///< does not say
  std::vector<OwnElement> own;  ///< for each changed element of its entry
};

/// An entry with a newer version than one that matters are bound to.
struct StaleEntry {
  std::string code, name;
  int bound = 0, newest = 0;  ///< versions
  Location bound_at, newest_at;
  std::string effective;  ///< when the newest one began; empty: it does not say
  std::shared_ptr<const EntryChanges> changes;
  std::vector<StaleMatter> matters;  ///< the least time left first
};

/// A matter that is bound to none.
struct UnboundMatter : BindingMatter {
  std::string named;  ///< what it names and is nowhere; empty: it names nothing
  std::vector<BindingCandidate> candidates;
};

struct BindingsOptions {
  CompareOptions which;  ///< profile, levels, agency, code: as `compare_levels` takes them
  bool stale = true;
  bool unbound = false;
};

struct BindingsResult {
  std::vector<StaleEntry> stale;       ///< the least time left first
  std::vector<UnboundMatter> unbound;  ///< bound to nothing first, then those that name nothing
  std::size_t stale_matters = 0, overdue = 0, dangling = 0;
  std::size_t files = 0, matters = 0;
  std::size_t current = 0;   ///< bound to the newest version
  std::size_t declared = 0;  ///< 地方特殊事项 and 无需绑定
  std::size_t damaged = 0;   ///< files that could not be read whole
  std::size_t unread = 0;    ///< matters whose entry stands in a damaged file
  bool standards = false;    ///< whether there is any standard entry to be bound to
  std::string today;
  std::vector<Diagnostic> findings;  ///< errors of catalogs, profiles and reading
};

/// The matters below the paths whose entry has a newer version than the one they are bound to, with what changed and
/// what they say themselves; and those that are bound to nothing, with the entries that they may mean. How many working
/// days there are to claim a version, from the day that it takes effect, is what the catalog sets for the rule
/// same-binding-stale; the day is that of the run. The result does not depend on `jobs`. Throws std::system_error.
[[nodiscard]] BindingsResult list_bindings(const std::vector<std::string>& paths, const BindingsOptions& what,
                                           const RunOptions& options, Sources& sources);

/// The code of a standard entry's newest version that a matter is not bound to; null where it is, or is bound to none.
[[nodiscard]] const Matter* newer_entry(const Standards& standards, const Matter& bound);

}  // namespace matter
