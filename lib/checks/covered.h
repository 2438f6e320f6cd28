#pragma once

#include "doc/document.h"

namespace matter {

/// What a comment speaks of, with all below it: the key or list item that begins first on its line, or after it where
/// it stands on a line of its own; before everything else in a document that is a mapping, the whole of it. Behind the
/// rest of a value (a closing bracket), what is closed. Empty where nothing follows.
[[nodiscard]] Span covered_by(const Document& document, const Comment& comment);

}  // namespace matter
