#pragma once

#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "ops/run.h"
#include "text/source.h"

namespace matter {

/// One effective setting of a catalog.
struct SettingRow {
  enum class Origin : std::uint8_t { built_in, file };

  std::string key;    ///< as in catalog.yaml: `region`, `rules.contact-same`, `rules.limit-instant.above`
  std::string value;  ///< as people write it
  Origin origin = Origin::built_in;
  Location at;         ///< of a file; what is built in has none
  std::string detail;  ///< the file of schemas/ that it was compiled from; the reason of an entry under `rules:`
};

struct SettingsList {
  std::string catalog;  ///< path of catalog.yaml; empty: there is none, and all is built in
  std::vector<SettingRow> rows;
  std::vector<Diagnostic> mistakes;  ///< what is wrong in the catalog's files; its settings do not hold
};

/// Every setting that holds for the matters of a folder or file, with where it comes from: catalog.yaml, a file that it
/// names, or the program. Rules that are as the preset has them are left out unless `all`. Throws std::system_error.
[[nodiscard]] SettingsList list_settings(const std::string& path, bool all, const RunOptions& options,
                                         Sources& sources);

}  // namespace matter
