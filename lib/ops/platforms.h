#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "exchange/cover.h"
#include "exchange/mapping.h"
#include "ops/validate.h"

namespace matter {

/// A platform that can be named to `export`, `import` and `platforms show`.
struct PlatformRow {
  std::string name;                  ///< id, or the path of a mapping file
  std::unique_ptr<Mapping> mapping;  ///< null where its file is wrong
  bool used = false;                 ///< the catalog of the folder is exported there, or came from there
};

struct PlatformList {
  std::vector<PlatformRow> rows;  ///< those that are compiled in, then files that the catalog names
  std::string catalog;            ///< folder of the catalog; empty where there is none
  std::vector<Diagnostic> findings;
};

/// Those that the catalogs of these paths are exported to, as load_mapping takes them. Empty, and a finding, where none
/// is named, or where the catalogs do not agree.
[[nodiscard]] std::vector<std::string> catalog_platforms(const std::vector<std::string>& paths, Sources& sources,
                                                         Collector& findings);

/// The platforms that a folder's matters can go to or come from. A mapping file that its catalog.yaml names and that
/// does not exist or is wrong is a finding.
[[nodiscard]] PlatformList list_platforms(const std::string& folder, Lang lang, Sources& sources);

/// What the tables of a platform carry of one sort of matters.
struct PlatformCover {
  bool standard = false;                 ///< of entries of standard catalogs
  std::vector<const NamedValue*> types;  ///< empty: of all types
  std::vector<CoveredField> fields;      ///< that are no records, in canonical order

  [[nodiscard]] std::size_t carried() const;
};

struct PlatformShown {
  std::unique_ptr<Mapping> mapping;              ///< null where it is wrong: `findings` say why
  std::vector<PlatformCover> covers;             ///< implementing lists before standard catalogs
  std::vector<const NamedValue*> without_table;  ///< types of implementing lists that no table takes
  bool standard_without_table = false;           ///< no table takes standard entries
  std::vector<Diagnostic> findings;
};

/// A platform's mapping (id, or path of a file) and what it carries.
[[nodiscard]] PlatformShown show_platform(const std::string& platform, Lang lang, Sources& sources);

/// Checks mapping files; `matters` of the result is 0. Throws std::system_error for a file that cannot be read.
[[nodiscard]] ValidateResult check_platforms(const std::vector<std::string>& platforms, Lang lang, Sources& sources);

}  // namespace matter
