#include <algorithm>

#include "checks/rule.h"

namespace matter {

std::string_view name(Scope scope) {
  switch (scope) {
    case Scope::file: return "file";
    case Scope::matter: return "matter";
    case Scope::catalog: return "catalog";
  }
  return "matter";
}

const Rule* find_rule(std::string_view id) {
  const auto rules = all_rules();
  const auto at = std::find_if(rules.begin(), rules.end(), [&](const Rule* rule) { return rule->id == id; });
  return at == rules.end() ? nullptr : *at;
}

}  // namespace matter
