#pragma once

#include <optional>

#include "edit/draft.h"
#include "style/sense.h"

namespace matter {

/// What a node shall be read as when its document is in canonical form: made of the tree, not of the new text.
[[nodiscard]] Draft intended_form(const Document& doc, NodeId id, const Sense& sense, std::optional<KeyLanguage> keys);

}  // namespace matter
