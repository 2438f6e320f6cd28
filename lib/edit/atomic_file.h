#pragma once

#include <string>
#include <string_view>

namespace matter {

/// Throws std::system_error with errno and the path.
[[noreturn]] void fail_with_errno(const std::string& path);
/// Writes a new file that must not exist yet. Removes it again and throws when that fails.
void write_new_file(const std::string& path, std::string_view bytes, unsigned mode, bool sync);
/// Adds to the end of a file, which is made where there is none. Throws as above.
void append_to_file(const std::string& path, std::string_view bytes);
/// Makes what was written to a file durable.
void sync_path(const std::string& path);
/// Makes the names in a folder durable.
void sync_folder(const std::string& path);
/// The folder that a path stands in.
[[nodiscard]] std::string folder_of(const std::string& path);
/// A name beside `path` that is not taken.
[[nodiscard]] std::string free_sibling(const std::string& path, std::string_view what);
/// The same for many: numbers below `next` were given out already.
[[nodiscard]] std::string free_sibling(const std::string& path, std::string_view what, unsigned& next);

}  // namespace matter
