#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diag/collector.h"
#include "doc/document.h"
#include "text/source.h"

namespace matter {

/// Which columns of a table are which fields of a task, and what the list as a whole is.
struct TaskColumns {
  struct Field {
    std::string_view key;            ///< of the task
    std::vector<std::string> names;  ///< of columns, normalised
  };
  std::vector<Field> fields;
  std::string name, list, source;
  bool sample = false, each_mode = false;

  /// The usual names.
  TaskColumns();
  /// Takes what a mapping file says in place of them. False where it has mistakes.
  bool read(const Document& doc, SourceId source, Collector& findings);
  /// The key of a column; empty where no field takes it.
  [[nodiscard]] std::string_view key_of(std::string_view column) const;
};

}  // namespace matter
