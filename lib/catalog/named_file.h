#pragma once

#include <optional>
#include <string_view>

#include "catalog/catalog.h"

namespace matter {

/// The file that a catalog names in a field: relative to catalog.yaml. A YAML file must not stand where matters are
/// looked for. Nothing, and a finding, where there is no such file.
[[nodiscard]] std::optional<SourceId> named_file(const Catalog& catalog, const Text& named, std::string_view field,
                                                 Sources& sources, Collector& findings);

}  // namespace matter
