#pragma once

#include "diag/lang.h"
#include "ops/stats.h"
#include "report/sink.h"

namespace matter {

/// Where services stand, for people: each share with what it is of; then by level and by agency, a line each, or all
/// of it where it is to be `verbose`.
void write_stats_text(const StatsResult& result, Lang lang, bool verbose, const Sink& to);

/// `matter.stats/1`: {"schema", "files", "damaged", "standard_entries", "all": position, "by_level"?, "by_agency"?:
/// [{"name", position}]}; a position is {"matters", "compression": {unit: {"part", "of", "matters"}}, "limits_apart",
/// "instant"|"online"|"no_visit"|"one_visit"|"waived": {"part", "of"}}. Of `compression`, `part` and `of` are days:
/// legal less promised, of legal.
void write_stats_json(const StatsResult& result, const Sink& to);

}  // namespace matter
