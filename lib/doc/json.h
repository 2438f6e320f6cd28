#pragma once

#include <string>
#include <string_view>

#include "diag/collector.h"
#include "doc/document.h"

namespace matter {

/// Reads one JSON value from `text` into the same tree that YAML gives (numbers, true, false as
/// plain scalars with their text; null as null). Spans are those of the tokens, quotes and brackets included.
/// False and a finding (yaml-syntax) at the byte where JSON ends being JSON.
bool read_json(std::string_view text, SourceId source, std::uint32_t offset, Document& into, Collector& findings);

/// The one object that a text of ours is, of which nobody is told what is wrong; no_node where it is none.
[[nodiscard]] NodeId read_json_object(std::string_view text, Document& into);

}  // namespace matter
