#pragma once

#include <string>

#include "model/content.h"
#include "model/matter.h"
#include "model/path.h"

namespace matter {

/// What a matter of either side is known by where no column joins them: its codes, else its names and its agency
/// (behind a line break).
[[nodiscard]] std::string known_by(const Matter& m, bool standard);
/// The same for people.
[[nodiscard]] std::string shown(const std::string& known);

[[nodiscard]] Content content_of_scalar(const Text& text);

/// Keys alone: channels.windows.
[[nodiscard]] std::string plain_path(const FieldPath& path);

/// What an export says of how many items a list has: whoever changes the items need not change that.
[[nodiscard]] std::string count_in(const Matter& m, const FieldPath& path);

}  // namespace matter
