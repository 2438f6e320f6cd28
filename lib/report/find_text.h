#pragma once

#include "doc/json_write.h"
#include "ops/find.h"
#include "report/sink.h"
#include "report/text_style.h"

namespace matter {

/// What was found, for people: agencies with most matters first, each matter with the places that were found in it.
void write_find_text(const FindResult& result, const Sources& sources, const TextStyle& style, const Sink& to);

// What the table of matters says likewise (list_report.h).
[[nodiscard]] std::string found_heading(const FindResult& result, Lang lang);  ///< how many of how many, a line
[[nodiscard]] std::string damaged_line(const FindResult& result, Lang lang);   ///< empty where all was read
[[nodiscard]] std::string shown_name(const FoundMatter& one, Lang lang);       ///< with the mark of a sample
[[nodiscard]] std::string shown_agency(const FoundMatter& one, Lang lang);     ///< with the mark of a standard catalog
/// What was asked for of the matters, as members of an object.
void write_asked(const MatterQuery& query, JsonWriter& json);

/// `matter.found/1`: {"schema", "asked", "files", "matters", "damaged", "found": [matter], "nearest"}, in file order.
void write_find_json(const FindResult& result, const Sources& sources, const Sink& to);

/// A row for each place (for each matter where no place was asked for), with a byte order mark and guarded cells.
void write_find_csv(const FindResult& result, const Sources& sources, Lang lang, const Sink& to);

}  // namespace matter
