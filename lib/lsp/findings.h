#pragma once

#include <string>
#include <vector>

#include "lsp/session.h"

namespace matter::lsp {

/// What is found in an open file now: rules on one matter, and rules across matters as far as they were asked.
[[nodiscard]] std::vector<const Diagnostic*> findings_of(const Buffer& buffer);

/// Writes one finding as a Diagnostic of the protocol; `where` is the text that it stands in.
void write_finding(JsonWriter& json, Session& session, const LiveCheck& live, const FileText& where,
                   const Diagnostic& finding);

}  // namespace matter::lsp
