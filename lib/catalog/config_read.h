#pragma once

#include "catalog/catalog.h"

namespace matter {

/// Reads catalog.yaml (`source`) into `catalog`. What is wrong is in `findings`; a newer format sets `refused`.
/// Throws std::system_error when the file cannot be read.
void read_config(const Sources& sources, SourceId source, Catalog& catalog, Collector& findings);

/// The finding that a path under `standards` of a catalog.yaml leads nowhere.
void say_no_standard(const Text& named, Collector& findings);

}  // namespace matter
