#pragma once

#include <string_view>

namespace matter {

/// Whether what goes to a platform (an id, or the path of a mapping file) is seen by the public. Of mappings that are
/// not compiled in, it is taken for granted.
[[nodiscard]] bool is_public_platform(std::string_view platform);

}  // namespace matter
