#pragma once

#include <vector>

#include "change/change.h"
#include "model/matter.h"

namespace matter::test {

/// All that a matter holds as content: keys of list items are their labels.
[[nodiscard]] Content labelled_content(const Matter& matter);

/// The old content with the new values of a diff put in.
[[nodiscard]] Content applied(Content before, const std::vector<Change>& changes);

/// One text for all contents that mean the same: lists without an order sorted, texts normalised, labels and empty
/// records left out, 无 left out where it is filler.
[[nodiscard]] std::string meaning_of(const Content& matter, bool licence);

}  // namespace matter::test
