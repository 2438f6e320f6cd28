#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "diag/collector.h"
#include "exchange/mapping.h"

namespace matter {

/// The file of a table in a folder that an export made; `kind` is ".sample" or nothing.
[[nodiscard]] std::filesystem::path table_path(const std::string& folder, const Mapping& mapping, std::size_t table,
                                               std::string_view kind);

/// Sets the medium that was asked for or, where none was, the one that the file's name or the files of the folder
/// tell. False, with a finding, where there is no such medium, or files of several.
bool find_medium(const std::string& file, std::string_view asked, Mapping& mapping, Collector& findings);

}  // namespace matter
