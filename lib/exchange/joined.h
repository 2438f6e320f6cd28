#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace matter {

/// Whether a separator may begin within a value, where nothing is escaped.
[[nodiscard]] bool may_separate(std::string_view value, std::string_view separator);
/// Adds a value behind others to a text that is to be taken apart again: a backslash stands before each beginning of a
/// separator (and each backslash) within the value. The caller writes the separators between the values.
void append_escaped_value(std::string& to, std::string_view value, std::string_view separator);
/// The values with separators between them, as they are where they come apart again, else escaped.
[[nodiscard]] std::string join_values(const std::vector<std::string>& values, std::string_view separator);
/// The values of such a text. Backslashes before anything else are characters like others.
[[nodiscard]] std::vector<std::string> split_joined(std::string_view text, std::string_view separator);

}  // namespace matter
