#pragma once

#include <string>

#include "ops/import.h"
#include "report/findings_text.h"
#include "report/sink.h"
#include "text/source.h"

namespace matter {

/// An import for people: what was read and written, what became of the columns, values that were not
/// understood (the first ones), then the findings that stopped it.
void write_import_text(const ImportResult& result, const Sources& sources, const TextStyle& style, const Sink& to);

/// The report of an import (`matter.import/1`): per source column how many values went where; per record
/// what was not understood.
[[nodiscard]] std::string import_json(const ImportResult& result);

}  // namespace matter
