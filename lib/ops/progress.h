#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalog/task_list.h"
#include "catalog/task_match.h"
#include "diag/diagnostic.h"
#include "ops/run.h"
#include "text/source.h"

namespace matter {

enum class TaskState : std::uint8_t { done, due, overdue };

/// A matter that a task means.
struct TaskMatter {
  std::string identity, name, agency, level;
  Location at;
  TaskVerdict verdict = TaskVerdict::open;
  std::string modes;      ///< open ones, joined by 、
  std::string_view rule;  ///< of a blocking finding: the first error that `validate` has for it; empty: none
  std::size_t errors = 0;

  [[nodiscard]] bool ready() const { return verdict == TaskVerdict::open && errors == 0; }
};

struct TaskProgress {
  std::string number, name, scenario, lead, batch;
  std::optional<DateValue> due;
  std::vector<std::string> modes;
  Location at;  ///< in the list
  TaskState state = TaskState::due;
  std::vector<TaskMatter> matters;  ///< in file order
  std::size_t ready = 0;            ///< of them
  /// Where no matter is meant: names that are most like it, best first. They do not count.
  std::vector<std::string> candidates;
};

struct TaskTotal {
  std::string name;  ///< empty: the list does not say
  std::size_t tasks = 0, done = 0, due = 0, overdue = 0;
};

struct ProgressResult {
  std::string list_name, list;  ///< of the task list; the 通办 list that it is about
  bool sample = false, each_mode = false;
  DateValue day;
  std::vector<TaskProgress> tasks;  ///< in the order of the list
  TaskTotal all;
  std::vector<TaskTotal> by_batch, by_lead, by_mode;  ///< in order of appearance
  std::size_t matters = 0;                            ///< looked at; entries of standard catalogs are not among them
  std::size_t files = 0;
  std::size_t damaged = 0;           ///< files that could not be read whole
  std::vector<Diagnostic> findings;  ///< what is wrong with the list: nothing was looked at then

  [[nodiscard]] bool nothing() const { return findings.empty() && matters == 0; }
};

/// How far a catalog is with the tasks of a list, on the day of the run. A task is done when at least one matter is
/// meant by it and every one that is meant is open in the mode that is asked for, without an error that `validate`
/// finds; else it is overdue behind its day, and due before. Throws std::system_error.
[[nodiscard]] ProgressResult progress(const std::string& list, const std::vector<std::string>& paths,
                                      const RunOptions& options, Sources& sources);

}  // namespace matter
