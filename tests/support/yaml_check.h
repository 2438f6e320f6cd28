#pragma once

#include <string>
#include <string_view>

namespace matter::test {

/// What is wrong with how `text` is read, whatever it is; empty when all is well:
/// - refused texts have an error, read ones have none that says otherwise; findings stay in the text
///   and within their limit;
/// - spans and links of the tree keep their invariants, of a damaged tree too;
/// - the general reader gives the same tree as the dialect reader or refuses.
[[nodiscard]] std::string reading_fault(std::string_view text);

/// Where the dialect reader and yaml-cpp both read `text` and the trees differ: both of them, as
/// text. Empty where they agree, one refuses, or a known fault of yaml-cpp explains it
/// (docs/yaml.md lists them).
[[nodiscard]] std::string disagreement(std::string_view text);

/// Faults of yaml-cpp 0.7 that give wrong trees for right YAML, by what the text contains.
[[nodiscard]] bool known_yaml_cpp_fault(std::string_view text);

}  // namespace matter::test
