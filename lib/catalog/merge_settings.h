#pragma once

#include <string>
#include <utility>
#include <vector>

#include "catalog/config.h"
#include "diag/collector.h"

namespace matter {

/// What catalog.yaml sets under `merge:`. A strictness is `cell`, `item` or `matter`.
struct MergeSettings {
  std::string strictness;                                   ///< empty: nothing is said
  std::vector<std::pair<std::string, std::string>> groups;  ///< English key of a field of the matter, strictness
};

/// Keys and names are accepted in English and Chinese; what is none of them is a finding.
[[nodiscard]] MergeSettings read_merge_settings(const CatalogConfig& config, Collector& findings);

/// `cell`, `item` or `matter` for what was written, in English or Chinese; empty for anything else.
[[nodiscard]] std::string_view strictness_named(std::string_view written);

}  // namespace matter
