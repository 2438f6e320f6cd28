#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalog/named_file.h"
#include "diag/collector.h"
#include "model/field.h"
#include "text/arena.h"
#include "text/source.h"

namespace matter {

/// A YAML file that an office edits beside its matters: what it says points into it.
struct DataFile {
  SourceId source = no_source;
  std::string text;
  Document document;
  Arena arena;

  DataFile() = default;
  DataFile(const DataFile&) = delete;
  DataFile& operator=(const DataFile&) = delete;

  [[nodiscard]] Location at(NodeId node) const { return {source, document.node(node).span}; }
};

/// Reads a file that is one group of fields into `record` by its table. False, and findings at their places, where it
/// is no good. Throws std::system_error when it cannot be read.
[[nodiscard]] bool read_data(SourceId source, const Sources& sources, const Table& table, void* record, DataFile& into,
                             Collector& findings);

/// What reading could not make sense of, as findings.
void say_problems(const std::vector<Problem>& problems, Collector& findings);

}  // namespace matter
