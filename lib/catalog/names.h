#pragma once

#include <string_view>

namespace matter {

/// What files and folders of catalogs are called: the one place that says so, for the search on disk, in git's
/// commits and in trees that are merged.

inline constexpr std::string_view config_name = "catalog.yaml";

/// The folder of a catalog for what is no matter: rules of its own, registers, the baseline. Passed over without a
/// word.
inline constexpr std::string_view data_folder_name = ".matter";

/// A name or path of a file that ends in .yaml or .yml, in capitals or not, and is called more than that; task lists
/// are none of them.
[[nodiscard]] bool is_yaml_name(std::string_view path);

/// `*.tasks.yaml`: a task list, which holds no matters and lies in a catalog without a word.
[[nodiscard]] bool is_task_list_name(std::string_view name);

/// A name that is more than the ending (lower-case), in capitals or not.
[[nodiscard]] bool ends_with_any_case(std::string_view name, std::string_view ending);

/// Whether the search leaves a file or folder out unless it was named itself: hidden ones and what package managers
/// and archives leave. One step of a path, not empty.
[[nodiscard]] bool is_passed_over(std::string_view name);

/// The same for a path: whether any step of it is.
[[nodiscard]] bool leads_past_search(std::string_view path);

}  // namespace matter
