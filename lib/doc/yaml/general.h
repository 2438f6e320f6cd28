#pragma once

#include <string_view>

#include "diag/collector.h"
#include "doc/document.h"
#include "doc/yaml.h"
#include "doc/yaml/dialect.h"

namespace matter {

/// Reads with yaml-cpp; true when the tree is right; else findings say why it is refused.
/// Clears `into` first. `outside` is what made the dialect reader hand over.
bool read_general(std::string_view text, SourceId source, Document& into, Collector& findings, const YamlLimits& limits,
                  const Outside& outside);

}  // namespace matter
