#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "catalog/task_list.h"

namespace matter {

/// How a matter that a task means stands to it.
enum class TaskVerdict : std::uint8_t {
  open,       ///< open in the mode that is asked for
  mode,       ///< open, but not in that mode
  no_mode,    ///< on the list, and no mode is named
  unlisted,   ///< not on the 通办 list of the tasks
  suspended,  ///< 暂停 or 取消
};

/// The tasks of a list by the codes and names of the matters that they mean.
class TaskIndex {
 public:
  explicit TaskIndex(const TaskList& list);

  /// The tasks that mean this matter: by one of their codes, or by the whole name where a task gives no code. Width,
  /// spaces and the mark （示例） do not count. Numbers of tasks, from 0.
  [[nodiscard]] std::vector<std::uint32_t> meant(const Matter& m) const;
  [[nodiscard]] TaskVerdict verdict(std::uint32_t task, const Matter& m) const;
  /// The modes that the matter is open in, on the list of the tasks, by their canonical names.
  [[nodiscard]] std::vector<std::string_view> modes(const Matter& m) const;
  [[nodiscard]] const TaskListSpec& spec() const { return list_->spec; }

 private:
  [[nodiscard]] bool on_list(const Tongban& entry) const;
  void find(const std::unordered_multimap<std::string, std::uint32_t>& in, const std::string& key,
            std::vector<std::uint32_t>& found) const;

  const TaskList* list_;
  std::string listed_;  // normalised; empty: any list
  std::unordered_multimap<std::string, std::uint32_t> by_code_, by_name_;
};

/// A task list that a catalog is held against.
struct CatalogTasks {
  std::unique_ptr<const TaskList> list;
  TaskIndex index;
};

}  // namespace matter
