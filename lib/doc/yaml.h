#pragma once

#include <string_view>

#include "diag/collector.h"
#include "doc/document.h"

namespace matter {

/// Limits against hostile input. Exceeding one is a finding that names it, never a crash.
struct YamlLimits {
  std::size_t bytes = 64U << 20U;
  std::uint32_t depth = 64;
  std::size_t nodes = 8'000'000;      ///< values, keys and comments of one source
  std::uint32_t findings = 200;       ///< of one source; the rest is counted and said
  std::size_t alias_nodes = 100'000;  ///< nodes that expanding aliases may add
};

enum class YamlOutcome : std::uint8_t {
  read,         ///< by the dialect reader; the tree is exact
  handed_over,  ///< outside the dialect, read by yaml-cpp; an info finding names the construct
  wrong,        ///< findings say what and where; what could be read is in the tree (`damaged`)
};

/// Reads `text` (which must outlive `into`) as YAML. Never throws for what a user wrote.
/// Findings: yaml-syntax, yaml-duplicate-key, yaml-encoding, yaml-fullwidth, yaml-merge-marker.
YamlOutcome read_yaml(std::string_view text, SourceId source, Document& into, Collector& findings,
                      const YamlLimits& limits = {});

}  // namespace matter
