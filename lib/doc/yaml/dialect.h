#pragma once

#include <cstdint>
#include <string_view>

#include "diag/collector.h"
#include "doc/document.h"
#include "doc/yaml.h"

namespace matter {

/// What the dialect leaves to the general reader. Nothing else may be handed over.
enum class Construct : std::uint8_t { none, anchor, alias, tag, directive, complex_key };

/// The first such thing met, and where.
struct Outside {
  Construct what = Construct::none;
  Span at;
};

enum class DialectOutcome : std::uint8_t {
  read,     ///< the tree is what YAML 1.2 says
  wrong,    ///< findings say what and where; what could be read is in the tree
  outside,  ///< see `Outside`; neither tree nor findings mean anything
};

/// Reads the YAML that people write in catalogs. Clears `into` first. Linear in the text.
DialectOutcome read_dialect(std::string_view text, SourceId source, Document& into, Collector& findings,
                            const YamlLimits& limits, Outside& outside);

}  // namespace matter
