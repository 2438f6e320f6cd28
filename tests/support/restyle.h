#pragma once

#include <string>

#include "support/random.h"

namespace matter::test {

/// Writes a catalog file in another way, as a formatter would, saying the same: collections put into brackets or taken
/// out of them, scalars quoted otherwise, lists moved in or out, entries of a mapping in another order. Comments stay.
/// `sorted`: entries may change places too.
[[nodiscard]] std::string restyle(const std::string& text, Random& random, std::size_t changes, bool sorted);

/// Whether two texts are read as the same, whatever the order of keys, and have the same comments.
[[nodiscard]] bool says_the_same(const std::string& a, const std::string& b);

}  // namespace matter::test
