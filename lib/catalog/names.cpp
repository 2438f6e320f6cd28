#include "catalog/names.h"

#include <algorithm>

namespace matter {

bool ends_with_any_case(std::string_view name, std::string_view ending) {
  return name.size() > ending.size() && std::equal(ending.rbegin(), ending.rend(), name.rbegin(), [](char a, char b) {
           return a == (b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b);
         });
}

bool is_yaml_name(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/') + 1);
  if (is_task_list_name(name)) return false;
  return ends_with_any_case(name, ".yaml") || ends_with_any_case(name, ".yml");
}

bool is_task_list_name(std::string_view name) {
  return ends_with_any_case(name, ".tasks.yaml") || ends_with_any_case(name, ".tasks.yml");
}

bool is_passed_over(std::string_view name) {
  return name.starts_with('.') || name == "node_modules" || name == "__MACOSX";
}

bool leads_past_search(std::string_view path) {
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    if (is_passed_over(path.substr(0, end))) return true;
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return false;
}

}  // namespace matter
