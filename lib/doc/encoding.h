#pragma once

#include <string_view>

#include "diag/collector.h"
#include "text/source.h"

namespace matter {

/// yaml-encoding, an error at the first character that shows it: the source was converted to be read
/// (Sources::converted). The fix converts the file.
void say_converted(const Sources& sources, SourceId source, Collector& findings);

/// yaml-encoding, an error: `text`, which stands at `offset` of its source, is no UTF-8 (or UTF-16 without a mark).
/// Says what it most likely is, how certain that is, and which byte is in the way of converting it.
void say_not_utf8(std::string_view text, SourceId source, std::uint32_t offset, Collector& findings);

}  // namespace matter
