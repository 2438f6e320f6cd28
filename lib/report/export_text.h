#pragma once

#include <string>

#include "ops/export.h"
#include "report/findings_text.h"
#include "report/sink.h"
#include "text/source.h"

namespace matter {

/// An export for people: of each platform what was written, each file with its rows, the losses by reason and place;
/// then the findings that stopped it.
void write_export_text(const ExportBatch& batch, const Sources& sources, const TextStyle& style, const Sink& to);

/// What stayed out of one platform, and the losses by reason and place; `listed`: losses.json has them one by one.
void write_losses_of(const ExportResult& result, bool listed, Lang lang, const Sink& to);

/// A summary of an export (`matter.export/2`): counts, files, losses by reason and place. The losses themselves are in
/// losses.json.
[[nodiscard]] std::string export_json(const ExportBatch& batch, const Sources& sources);

}  // namespace matter
