#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "exchange/mapping.h"
#include "support/tree.h"

namespace matter::test {

/// A mapping file of a test, with what was said about it.
struct LoadedMapping {
  Sources sources;
  Collector findings{Lang::en};
  Tree tree;
  std::string path;
  std::unique_ptr<Mapping> mapping;

  /// `line:column: message` of all findings, one a line.
  [[nodiscard]] std::string said() const;
};

/// Writes `yaml` as a mapping file and loads it.
[[nodiscard]] std::unique_ptr<LoadedMapping> load_mapping_text(std::string_view yaml);

/// What stands before the columns of a small jsonl mapping.
extern const std::string_view small_import_head;

}  // namespace matter::test
