#pragma once

#include <string_view>

#include "checks/profile.h"
#include "model/matter.h"

namespace matter {

/// Why a matter keeps an element that differs from its standard entry: the reason of the first field under
/// `binding.kept` that is one of the element's paths, or leads into it or to it. Empty where it gives none. A reason
/// explains, it changes no verdict; see `Element::reason` for what a profile may make of it.
[[nodiscard]] std::string_view kept_reason(const Element& element, const Matter& m);

/// Whether one path is the other, or leads to it.
[[nodiscard]] bool overlap(const FieldPath& a, const FieldPath& b);

}  // namespace matter
