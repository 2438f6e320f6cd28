#pragma once

#include <string>

#include "diag/lang.h"
#include "edit/editor.h"

namespace matter {

/// Reads an edited text again and compares: it must be understood fully, be the tree that was intended, hold every
/// comment that was there and not released, and no other. What is not so, as a sentence; empty when all is well.
/// A sentence means that the edit must not be written: either the editor has a bug, or the text is of a kind that it
/// does not master.
[[nodiscard]] std::string guard(const Document& before, const EditResult& result, Lang lang);
/// The same; leaves in `after` what was read, which points into the text of `result`.
[[nodiscard]] std::string guard(const Document& before, const EditResult& result, Document& after, Lang lang);

}  // namespace matter
