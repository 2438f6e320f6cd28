#pragma once

#include <map>
#include <string>
#include <vector>

#include "lsp/session.h"
#include "text/edit.h"

namespace matter::lsp {

/// {"range", "newText"}
void write_edit(JsonWriter& json, const Session& session, const FileText& file, const TextEdit& edit);

/// A WorkspaceEdit. Edits by path of their file, in order; with the versions of what is open, where the client can
/// hold them against what it has.
void write_workspace_edit(JsonWriter& json, Session& session,
                          const std::map<std::string, std::vector<TextEdit>>& edits);

/// The one edit that makes `after` of `before`, as small as it can be.
[[nodiscard]] TextEdit edit_between(std::string_view before, std::string_view after);

}  // namespace matter::lsp
