#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace matter {

/// Lines [before, before + removed) of the old text became [after, after + added) of the new one; counted from 0.
struct LineChange {
  std::uint32_t before = 0, removed = 0;
  std::uint32_t after = 0, added = 0;
};

/// The lines of a text with their line feeds, as git and `patch` count them; the last one may have none.
[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view text);

/// The shortest list of changes between two lists of lines, in order (Myers). Of texts that differ in more than
/// 1500 lines what lies between the first and the last difference is one change.
[[nodiscard]] std::vector<LineChange> line_changes(const std::vector<std::string_view>& before,
                                                   const std::vector<std::string_view>& after);

/// As `diff -u` writes it, so that `patch` and `git apply` understand it; empty where the texts are the same.
[[nodiscard]] std::string unified_diff(std::string_view before, std::string_view after, std::string_view before_name,
                                       std::string_view after_name, std::uint32_t context = 3);

}  // namespace matter
