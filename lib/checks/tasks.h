#pragma once

#include <map>
#include <vector>

#include "catalog/catalog.h"
#include "catalog/task_match.h"
#include "checks/rule.h"
#include "diag/collector.h"

namespace matter {

/// Reads the task lists that a catalog names (`tasks:`). A file that is not there, and mistakes in a list, are
/// findings; such a list is left out.
void read_tasks(Catalog& catalog, Sources& sources, Collector& findings);

/// A matter that a task means.
struct MeantMatter {
  std::uint32_t matter = 0;
  TaskVerdict verdict = TaskVerdict::open;
  Location at;
};

/// What the facts say of one list.
struct HeldTasks {
  std::uint32_t first = 0;  ///< a matter of a catalog that is held against it
  bool whole = false;
  std::map<std::uint64_t, std::vector<MeantMatter>> meant;  // by task
};

/// What is overdue on `today` (20261231): matters that are missing, where the catalog was read whole, and those that
/// are not open as the task asks.
void judge_tasks(const TaskList& list, const HeldTasks& held, std::uint64_t today, CatalogReport& out);

}  // namespace matter
