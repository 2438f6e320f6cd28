#pragma once

#include <string_view>

namespace matter {

/// Whether a path is meant by a pattern: `*` and `?` stay within one step of the path, `**` goes through any number of
/// them. A pattern without `/` means a file or folder of that name at any depth; one that means a folder means all in
/// it. Time grows with the product of both lengths at most, whatever the pattern.
[[nodiscard]] bool matches_glob(std::string_view pattern, std::string_view path);

/// The same for just this path from its begin to its end: `/` at the ends of the pattern means nothing special, and
/// what is in a folder is not meant with it.
[[nodiscard]] bool is_glob(std::string_view pattern, std::string_view path);

}  // namespace matter
