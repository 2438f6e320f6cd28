#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/path.h"

namespace matter {

/// A path as an office writes it: each step the English key or the Chinese label, `联系方式.consult`.
[[nodiscard]] std::optional<FieldPath> resolve_written_path(std::string_view path);
/// The path that was probably meant, in the script of what was written; empty where none is near.
[[nodiscard]] std::string nearest_written_path(std::string_view path);

}  // namespace matter
