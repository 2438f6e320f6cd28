#pragma once

#include <optional>
#include <string>

#include "text/source.h"

namespace matter {

/// Which catalogs a folder is in or holds, and where in it new files go.
struct ImportHomes {
  bool in_catalog = false;                ///< the folder is, or is in, one
  bool in_standard = false;               ///< and that is a standard catalog
  bool any = false;                       ///< there is one
  bool matters = false, entries = false;  ///< among them are implementing lists; standard catalogs
  /// Folder of new files below it (empty: itself); nothing where several could be meant.
  std::optional<std::string> new_matters, new_entries;
};

/// Throws std::system_error.
[[nodiscard]] ImportHomes find_homes(const std::string& folder, Sources& sources);

}  // namespace matter
