#pragma once

#include <string_view>

#include "model/field.h"

namespace matter {

/// Whether two texts say the same: width of characters and punctuation and white space do not count,
/// letters, their case and digits do.
[[nodiscard]] bool same_words(std::string_view a, std::string_view b);

/// Whether two scalars, both given or both wrong, hold the same value: named values and their aliases,
/// `20工作日` and `20 工作日`, `是` and `true` are the same; texts are compared as `same_words`, but codes,
/// addresses of pages and names of files byte for byte (there the width of a character matters).
[[nodiscard]] bool same_value(Kind kind, Format format, const Scalar& a, const Scalar& b);

}  // namespace matter
