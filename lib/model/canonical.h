#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/field.h"
#include "model/value.h"

namespace matter {

class Vocabulary;

/// Reads `into.text` as a value of this kind, which `into` must be; false where it is none. The only place that knows
/// what is understood. `words`: what the catalog adds to the named lists.
[[nodiscard]] bool understand(const Field& field, Kind kind, Scalar& into, const Vocabulary* words = nullptr);

/// How a text is understood in a field, and what its one canonical form is: `20个工作日` as `20 工作日`, `许可` as
/// `行政许可`, `true` as `是`.
struct CanonicalForm {
  bool understood = false;           ///< of a text always
  std::optional<std::string> other;  ///< the canonical form, where the text is not in it; never of texts and 无
};

/// `kind` is that of the field, or of a list's items. What is not understood keeps its form.
[[nodiscard]] CanonicalForm canonical_form(const Field& field, Kind kind, std::string_view written,
                                           const Vocabulary* words = nullptr);

}  // namespace matter
