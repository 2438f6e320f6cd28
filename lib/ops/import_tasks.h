#pragma once

#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "ops/run.h"
#include "text/source.h"

namespace matter {

/// What `--from` calls task lists.
inline constexpr std::string_view task_list_platform = "task-list";

struct TaskImport {
  std::string yaml;  ///< a task list in its own format; empty where nothing was made
  std::size_t tasks = 0;
  std::vector<std::string> left_out;  ///< columns that no field of a task takes
  /// Days that are none (2021年底后逐步) and stand under the batch: row and text.
  std::vector<std::pair<std::string, std::string>> no_day;
  std::vector<Diagnostic> findings;  ///< why nothing was made
};

/// Makes a task list of a table: CSV (UTF-8, GBK, with or without a byte order mark), or YAML (a list of rows, or a
/// task list). Columns are known by their usual names, in Chinese and English; a mapping file names others:
/// {format: 1, platform: task-list, name: …, list: 跨省通办, columns: {name: 高频事项, due: [时间, 期限]}}.
/// `from`: task-list, or the path of such a file. `file`: `-` is standard input. Throws std::system_error.
[[nodiscard]] TaskImport import_tasks(const std::string& file, const std::string& from, const RunOptions& options,
                                      Sources& sources);

/// Whether `--from` means a task list: its name, or a mapping file that says so.
[[nodiscard]] bool is_task_list_mapping(const std::string& from, Sources& sources);

}  // namespace matter
