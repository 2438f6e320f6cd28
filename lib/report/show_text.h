#pragma once

#include "ops/show.h"
#include "report/sink.h"
#include "report/text_style.h"
#include "text/source.h"

namespace matter {

/// Effective matters as YAML that reads back to them, a document each: who and where in comments above, with `origin`
/// behind each value the line that it comes from, in the matter's own file or in that of the standard entry. Several
/// that are only listed: what tells them apart. Nothing where nothing was found.
void write_show_text(const ShowResult& result, bool origin, const Sources& sources, const TextStyle& style,
                     const Sink& to);

/// `matter.show/1`; see schemas/reports/show.schema.json.
void write_show_json(const ShowResult& result, const Sources& sources, const Sink& to);

}  // namespace matter
