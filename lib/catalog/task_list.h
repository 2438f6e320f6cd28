#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "diag/collector.h"
#include "doc/yaml.h"
#include "model/field.h"
#include "model/matter.h"
#include "text/source.h"

namespace matter {

/// One task of a list: a matter that is to be open by a day.
struct Task {
  Mark mark;
  Text number, name;
  List<Text> codes;  // of the matters that are meant; without them the name decides
  Text scenario, lead;
  Date due;
  List<Named> modes;
  Text batch;
};

/// A task list (任务清单) as it is written: a file of its own, `*.tasks.yaml`, imported and never compiled in.
struct TaskListSpec {
  Mark mark;
  Count format;
  Text name;
  Flag sample;
  Named list;  // the 通办 list that its matters are to stand on
  Text source;
  Flag each_mode;  // every mode that a task names is needed; else one is enough
  List<Task> tasks;
};

template <>
const Table* table_of<Task>();
template <>
const Table* table_of<TaskListSpec>();

/// The only version of the format there is.
inline constexpr int task_list_format = 1;

/// A task list that was read. Views point into its text.
struct TaskList {
  SourceId source = no_source;
  TaskListSpec spec;
  std::string text;
  Document document;
  Arena arena;

  TaskList() = default;
  TaskList(const TaskList&) = delete;
  TaskList& operator=(const TaskList&) = delete;
};

/// Reads a task list. Mistakes are findings at their place; null where there are any, for progress that leaves out a
/// task would be wrong. Throws std::system_error for a file that cannot be read.
[[nodiscard]] std::unique_ptr<TaskList> read_task_list(SourceId source, const Sources& sources, Collector& findings);

}  // namespace matter
