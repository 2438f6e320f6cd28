#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "support/random.h"

namespace matter::test {

/// A well-formed document of many shapes: block and flow collections, scalars of all styles with
/// folding and escapes, comments, blank lines, several documents; with anchors, aliases and tags
/// where `outside` is set.
[[nodiscard]] std::string random_yaml(std::uint64_t seed, bool outside);

/// Signs of YAML in any order: mostly not well-formed.
[[nodiscard]] std::string random_signs(std::uint64_t seed);

/// The text with a few bytes deleted, doubled, moved or replaced.
[[nodiscard]] std::string mutated(std::string text, Random& random);

/// A value as a scalar in one of the styles that can carry it; `indent` is that of the key.
[[nodiscard]] std::string written_scalar(std::string_view value, std::size_t indent, Random& random);

}  // namespace matter::test
