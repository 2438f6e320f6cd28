#pragma once

#include <string>

#include "edit/editor.h"
#include "support/random.h"

namespace matter::test {

/// A value of any shape and style.
[[nodiscard]] Draft random_draft(Random& random, int depth = 0);

/// Asks the editor for one random change; says which, for messages. Nothing where the document has no collection.
std::string random_edit(Editor& editor, Random& random);

}  // namespace matter::test
