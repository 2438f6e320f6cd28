#pragma once

#include "ops/find.h"
#include "report/sink.h"
#include "report/text_style.h"

namespace matter {

/// What was found, for people: agencies with most matters first, each matter with the places that were found in it.
void write_find_text(const FindResult& result, const Sources& sources, const TextStyle& style, const Sink& to);

/// `matter.found/1`: {"schema", "asked", "files", "matters", "damaged", "found": [matter], "nearest"}, in file order.
void write_find_json(const FindResult& result, const Sources& sources, const Sink& to);

/// A row for each place (for each matter where no place was asked for), with a byte order mark and guarded cells.
void write_find_csv(const FindResult& result, const Sources& sources, Lang lang, const Sink& to);

}  // namespace matter
