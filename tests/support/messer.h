#pragma once

#include <string>

#include "support/random.h"

namespace matter::test {

/// Makes a mess of how a file is written, and nothing else: order of keys, quotes, brackets against lines, indentation,
/// blank lines, spaces, other spellings of values, comments everywhere (`# c1`, `# c2` …, each once). What a reader
/// finds stays, but for the order of keys. The text must be in the dialect.
[[nodiscard]] std::string messed(const std::string& text, Random& random);

/// A random document of any shape whose keys are partly those of matters.
[[nodiscard]] std::string random_keys(std::string yaml, Random& random);

/// The comments of a text numbered, so that each is found again.
[[nodiscard]] std::string numbered_comments(const std::string& text);

}  // namespace matter::test
