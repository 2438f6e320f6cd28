#pragma once

#include <string_view>

#include "ops/since.h"
#include "report/sink.h"
#include "report/text_style.h"

namespace matter {

/// The findings that are shown, and how many there are elsewhere. `commit`: as it was given.
void write_since_text(const SinceResult& result, std::string_view commit, const Sources& sources,
                      const TextStyle& style, const Sink& to);

/// `matter.findings/1` of what is shown, with a member "since" behind "summary":
/// {"commit", "changed", "elsewhere": {"errors", "warnings", "infos"}, "gone"}
void write_since_json(const SinceResult& result, std::string_view commit, const Sources& sources, const Sink& to);

}  // namespace matter
