#pragma once

#include <string>

#include "ops/export_sink.h"
#include "report/findings_text.h"
#include "report/sink.h"
#include "text/source.h"

namespace matter {

/// An export into a database for people: what was committed, table by table, what stayed out and why, the losses; then
/// what stopped it.
void write_sink_text(const SinkResult& result, const Sources& sources, const TextStyle& style, const Sink& to);

/// The same as one object (`matter.sink/1`).
[[nodiscard]] std::string sink_json(const SinkResult& result, const Sources& sources);

}  // namespace matter
