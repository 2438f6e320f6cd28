#pragma once

#include "ops/find.h"
#include "report/sink.h"
#include "report/text_style.h"

namespace matter {

/// Matters as a table of the width of the style: name over code, and beside them level and agency over the modes.
/// Nothing is cut; what is longer than its column goes on below.
void write_list_text(const FindResult& result, const TextStyle& style, const Sink& to);

/// `matter.list/1`: {"schema", "asked", "files", "matters", "damaged", "count", "found": [matter]}, in the order asked
/// for.
void write_list_json(const FindResult& result, const Sources& sources, const Sink& to);

/// A row for each matter, with a byte order mark and guarded cells.
void write_list_csv(const FindResult& result, const Sources& sources, Lang lang, const Sink& to);

}  // namespace matter
