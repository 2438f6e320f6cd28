#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace matter::test {

/// What yaml-cpp alone makes of a text, in the form of `bare_tree`; nothing when it refuses.
[[nodiscard]] std::optional<std::string> yaml_cpp_tree(std::string_view text);

/// The text of a tree (support/trees.h) without styles and tags: what yaml-cpp can be compared by.
/// Empty scalars that carry a tag and null are the same here.
[[nodiscard]] std::string bare_tree(const std::string& tree);

}  // namespace matter::test
