#pragma once

#include <vector>

#include "frame/command.h"

namespace matter::cli {

// What shells offer for arguments and options that are no files.
[[nodiscard]] std::vector<Choice> nothing_offered();  ///< codes, texts: better nothing than files
[[nodiscard]] std::vector<Choice> command_names();
[[nodiscard]] std::vector<Choice> rule_ids();
[[nodiscard]] std::vector<Choice> field_paths();  ///< English keys
[[nodiscard]] std::vector<Choice> elements();     ///< of the usual profile, then the fields
[[nodiscard]] std::vector<Choice> platforms();
[[nodiscard]] std::vector<Choice> media();  ///< of platforms
[[nodiscard]] std::vector<Choice> levels();
[[nodiscard]] std::vector<Choice> modes();  ///< 办理形式 and 通办方式
[[nodiscard]] std::vector<Choice> matter_types();
[[nodiscard]] std::vector<Choice> matter_families();

}  // namespace matter::cli
