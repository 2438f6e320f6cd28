#include "checks/kept.h"

#include <algorithm>

#include "text/unicode.h"

namespace matter {

bool overlap(const FieldPath& a, const FieldPath& b) {
  const std::size_t both = std::min(a.count, b.count);
  return both > 0 && std::equal(a.fields.begin(), a.fields.begin() + both, b.fields.begin());
}

std::string_view kept_reason(const Element& element, const Matter& m) {
  for (const KeptField& kept : m.binding.kept) {
    if (!kept.field.given() || !kept.reason.given()) continue;
    const auto path = resolve_path(trimmed(kept.field.text));
    if (!path) continue;
    const bool meant = std::any_of(element.paths.begin(), element.paths.end(),
                                   [&](const FieldPath& of) { return overlap(of, *path); });
    if (meant) return trimmed(kept.reason.text);
  }
  return {};
}

}  // namespace matter
