#pragma once

#include <string>

#include "catalog/catalog.h"

namespace matter {

/// As `discover` of one file, without listing the folders of standard catalogs where that can be done without: only the
/// standard entries that the file is bound to are found, from files that are called like their codes.
[[nodiscard]] Discovery discover_bound(const std::string& path, Sources& sources, Collector& findings);

}  // namespace matter
