#pragma once

#include <string>

#include "diag/lang.h"
#include "doc/json_write.h"
#include "ops/stats.h"
#include "report/sink.h"

namespace matter {

/// Where services stand, for people: each share with what it is of; then by level and by agency, a line each, or all
/// of it where it is to be `verbose`.
void write_stats_text(const StatsResult& result, Lang lang, bool verbose, const Sink& to);

/// How matters are spread, as bars of characters in lines of that width; behind the text.
[[nodiscard]] std::string stats_bars(const StatsResult& result, Lang lang, std::size_t width);

/// The member `spread`: how many matters of each family, type, channel and mode; limits, materials, steps and visits in
/// ranges; and against the standard.
void write_spread_json(const Spread& spread, JsonWriter& json);

/// The same as one page that stands alone: the four reductions first, then a chart for each way to look at the matters.
/// Readable without a script; nothing that a catalog says becomes markup.
void write_stats_html(const StatsResult& result, Lang lang, const Sink& to);

/// `matter.stats/1`: {"schema", "files", "damaged", "standard_entries", "all": position, "spread", "by_level"?,
/// "by_agency"?:
/// [{"name", position}]}; a position is {"matters", "compression": {unit: {"part", "of", "matters"}}, "limits_apart",
/// "instant"|"online"|"no_visit"|"one_visit"|"waived": {"part", "of"}}. Of `compression`, `part` and `of` are days:
/// legal less promised, of legal.
void write_stats_json(const StatsResult& result, const Sink& to);

}  // namespace matter
