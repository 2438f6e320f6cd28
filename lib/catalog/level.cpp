#include "catalog/level.h"

#include "model/codes.h"
#include "model/named.h"

namespace matter {

std::string_view level_of(const Matter& m) {
  if (m.level.given()) return m.level.name();
  const auto code = parse_implementing_code(implementing_code(m));
  const NamedList* const levels = named_list("level");
  if (!code || levels == nullptr) return {};
  for (const NamedValue& level : levels->values) {
    if (level.code == code->level) return level.name;
  }
  return {};
}

std::string_view level_of(const Matter& m, const CatalogConfig& config) {
  const std::string_view own = level_of(m);
  return own.empty() && config.level.given() ? config.level.name() : own;
}

}  // namespace matter
