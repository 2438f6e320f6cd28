#pragma once

#include <cstdint>
#include <string>

namespace matter {

/// As `read_file`, and gives the mode of the file as `stat` does, without asking for it apart.
[[nodiscard]] std::uint32_t read_file_with_mode(const std::string& path, std::string& into);

}  // namespace matter
